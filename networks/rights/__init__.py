"""Decides who may do what with the networks' content.

Each network has a group of editors, created with it. They create, change and publish the network's events, change its
page, and use and add to the network's own files. Central editors may do everything with all content. Our views ask
``access``; Wagtail's own views ask ``testers`` through ``page.permissions_for_user``.
"""
