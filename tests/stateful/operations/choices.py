"""What hypothesis chooses from. Pages are picked by number, since which there are depends on what was done before."""

from datetime import timedelta

from hypothesis import strategies as st

numbers = st.integers(0, 11)
days = st.integers(-20, 150)
times = st.sampled_from([("", ""), ("09:00", "12:00"), ("13:15", "16:00"), ("08:00", ""), ("23:00", "23:30")])
places = st.sampled_from(["", "Stadshuset, Kungälv", "Hörsalen; plan 2", "Öckerö", "Digitalt"])
themes = st.sampled_from(["", "Budget", "Å, ä & ö <i>", "Lång rad " * 10 + "slut", 'Citat "här", \\n och 🗓️'])
statuses = st.sampled_from(["confirmed", "tentative", "cancelled"])
reasons = st.sampled_from(["För få anmälda", "Krock med annat möte; se mejl", "Lokalen stängd"])
titles = st.sampled_from(["Möten", "Nätverksträffar 2027", "Antagning & uppföljning", "Dialogmöten", "Ök och ån"])

row_values = st.fixed_dictionaries(
    {},
    optional={
        "start_time+end_time": times,
        "place": places,
        "theme": themes,
        "status": statuses,
        "note": st.sampled_from(["Ta med dator", ""]),
        "format": st.sampled_from(["", "online", "hybrid"]),
        "timing": st.sampled_from(["clock", "whole_day", "to_be_announced"]),
        "end_date": st.integers(0, 2),
    },
)
edits = st.lists(
    st.one_of(
        st.tuples(st.just("add"), days, row_values),
        st.tuples(st.just("change"), numbers, row_values),
        st.tuples(st.just("move"), numbers, days),
        st.tuples(st.just("remove"), numbers, st.none()),
        st.tuples(st.just("usual"), times, places),
        st.tuples(st.just("title"), titles, st.none()),
    ),
    min_size=1,
    max_size=3,
)


def pick(number, things):
    return things[number % len(things)] if things else None


def day(today, number):
    return today + timedelta(days=number)
