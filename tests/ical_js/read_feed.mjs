// Reads one VCALENDAR from standard input with ical.js and prints its VEVENTs as JSON, in the feed's order:
// {uid, start, end, tzid, utc_start, all_day, status, summary, sequence, recurring}.
// start and end are wall-clock times as written (an all-day end is exclusive, RFC 5545 section 3.6.1);
// utc_start follows the feed's own VTIMEZONE and is null for an all-day event and for a zone the feed lacks.
import { readFileSync } from "node:fs";

import ICAL from "ical.js";

function utcStart(time) {
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
    tzid: component.getFirstProperty("dtstart").getParameter("tzid") ?? null,
    utc_start: utcStart(start),
    all_day: start.isDate,
    status: component.getFirstPropertyValue("status"),
    summary: event.summary,
    sequence: event.sequence,
    recurring: event.isRecurring(),
  };
}

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map(readEvent);
process.stdout.write(JSON.stringify(events));
