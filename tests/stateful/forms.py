"""Reads a form as a browser does: what it would send if the editor pressed a button now."""

from copy import deepcopy

from django.http import QueryDict

NOT_SENT = {"submit", "button", "reset", "image", "file"}


class Form:
    """``data`` (a QueryDict) is what stands in the form, ``address`` where it goes, ``buttons`` its submit buttons
    as ``{(name, value)}``."""

    def __init__(self, tag, address):
        self.tag, self.address = deepcopy(tag), tag.get("action") or address
        self.rows = {one["id"]: one.extract() for one in self.tag.find_all("template", id=True)}
        self.data = QueryDict(mutable=True)
        self._read(self.tag)
        for field in self.tag.select("[data-controller~=w-block]"):
            self._empty_stream(field)
        self.buttons = {
            (button.get("name"), button.get("value", ""))
            for button in self.tag.select("button, input[type=submit]")
            if button.get("name") and button.get("type", "submit") == "submit" and not button.has_attr("disabled")
        }

    def _read(self, tag):
        for control in tag.select("input[name], textarea[name], select[name]"):
            if not control.has_attr("disabled"):
                for value in _values(control):
                    self.data.appendlist(control["name"], value)

    def _empty_stream(self, field):
        """The editor's script fills a StreamField in. The pages of these tests have none that is filled."""
        self.data[f"{field['id']}-count"] = "0"

    def __getitem__(self, name):
        return self.data[name]

    def __contains__(self, name):
        return name in self.data

    def fill(self, **values):
        for name, value in values.items():
            self.data[name] = value

    def replace(self, html):
        """Put the controls of ``html`` (a tag) in place of those of the same names."""
        for control in html.select("input[name], textarea[name], select[name]"):
            self.data.pop(control["name"], None)
        self._read(html)

    def add_row(self, prefix, **values):
        """Press the button that adds a row to the inline panel ``prefix``, and fill the row in."""
        number = int(self.data[f"{prefix}-TOTAL_FORMS"])
        template = self.rows[f"id_{prefix}-EMPTY_FORM_TEMPLATE"]
        for control in template.select("input[name], textarea[name], select[name]"):
            for value in _values(control):
                self.data.appendlist(control["name"].replace("__prefix__", str(number)), value)
        self.data[f"{prefix}-{number}-ORDER"] = str(number + 1)
        self.data[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
        self.fill(**{f"{prefix}-{number}-{name}": value for name, value in values.items()})
        return number

    def row_numbers(self, prefix):
        """The numbers of the rows that the editor has not taken away."""
        total = int(self.data.get(f"{prefix}-TOTAL_FORMS", 0))
        return [number for number in range(total) if not self.data.get(f"{prefix}-{number}-DELETE")]


def _values(control):
    if control.name == "textarea":
        return [control.get_text().removeprefix("\n")]
    if control.name == "select":
        return _chosen(control)
    kind = control.get("type", "text")
    if kind in NOT_SENT or (kind in ("checkbox", "radio") and not control.has_attr("checked")):
        return []
    return [control.get("value", "on" if kind in ("checkbox", "radio") else "")]


def _chosen(select):
    options = select.find_all("option")
    chosen = [option for option in options if option.has_attr("selected")]
    if not chosen and not select.has_attr("multiple"):
        chosen = options[:1]
    return [option.get("value", option.get_text()) for option in chosen]
