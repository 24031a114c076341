<?php
// Reads iCalendar files with sabre/vobject, Nextcloud's reader, and asks its validator. See readers.py for what it prints.
// Debian's version 2 is older than the PHP that it runs on, which has remarks on how it is written.
error_reporting(E_ALL & ~E_DEPRECATED);
require 'Sabre/VObject/autoload.php';

use Sabre\VObject\Reader;
use Sabre\VObject\Version;

function moment($property, string $form, ?string $zone = null): string {
    $time = clone $property->getDateTime();
    return ($zone ? $time->setTimezone(new DateTimeZone($zone)) : $time)->format($form);
}

function text($property): string {
    // Up to version 2 the reader leaves escaped commas and semicolons to whoever asks.
    $unescaped = version_compare(Version::VERSION, '3', '>=');
    return $unescaped ? (string) $property : preg_replace('/\\\\([,;])/', '$1', (string) $property);
}

function read_event($event): array {
    $start = $event->DTSTART;
    $end = $event->DTEND ?? $start;
    $all_day = (string) $start['VALUE'] === 'DATE';
    $form = $all_day ? 'Y-m-d' : 'Y-m-d\TH:i:s';
    return [
        'uid' => (string) $event->UID,
        'start' => moment($start, $form),
        'end' => moment($end, $form),
        'utc_start' => $all_day ? null : moment($start, $form . '\Z', 'UTC'),
        'utc_end' => $all_day ? null : moment($end, $form . '\Z', 'UTC'),
        'all_day' => $all_day,
        'status' => isset($event->STATUS) ? (string) $event->STATUS : null,
        'summary' => text($event->SUMMARY),
        'recurring' => isset($event->RRULE) || isset($event->RDATE),
    ];
}

function read(string $path): array {
    $calendar = Reader::read(file_get_contents($path));
    return [
        'events' => array_map('read_event', array_values($calendar->select('VEVENT'))),
        'complaints' => array_map(fn ($message) => $message['message'], $calendar->validate()),
    ];
}

echo json_encode(array_map('read', array_slice($argv, 1)), JSON_THROW_ON_ERROR);
