"""Who may do what with the networks' content.

A network has a group of editors, made with it. They create, change and publish the network's events and change its
page, and choose from and add to the network's own files. Central editors do everything with all content. A view asks
``access``; Wagtail's own views ask ``testers`` by way of ``page.permissions_for_user``.
"""
