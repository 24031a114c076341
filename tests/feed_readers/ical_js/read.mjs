// Reads iCalendar files with ical.js, Thunderbird's reader. See ../readers.py for what it prints.
import { readFileSync } from "node:fs";

import ICAL from "ical.js";

function utc(time) {
  // Without a VTIMEZONE ical.js takes a time for a local one of whatever place.
  const known = time.zone !== ICAL.Timezone.localTimezone;
  return time.isDate || !known ? null : time.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

function readEvent(component) {
  const event = new ICAL.Event(component);
  const { startDate: start, endDate: end } = event;
  return {
    uid: event.uid,
    start: start.toString(),
    end: end.toString(),
    utc_start: utc(start),
    utc_end: utc(end),
    all_day: start.isDate,
    status: component.getFirstPropertyValue("status"),
    summary: event.summary,
    recurring: event.isRecurring(),
  };
}

function read(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  return { events: calendar.getAllSubcomponents("vevent").map(readEvent), complaints: [] };
}

process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
