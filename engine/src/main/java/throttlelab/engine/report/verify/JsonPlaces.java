package throttlelab.engine.report.verify;

import java.util.Optional;

/// Places in a JSON document: line, column, and the path of the value.
final class JsonPlaces implements Places {

    @Override
    public Named changed(byte[] is, byte[] was, int offset) {
        String place = "line " + Clipped.line(is, offset) + ", column " + Clipped.column(is, offset);
        Optional<ValuePlace> at = ValuePlace.at(was, offset);
        if (at.isEmpty() || at.get().from() > offset) {
            return new Named(place, Clipped.text(is, offset, offset + 1), Clipped.text(was, offset, offset + 1));
        }
        int inside = offset - at.get().from();
        return new Named(place + ", " + at.get().path(), Clipped.around(at.get().in(is), inside),
                Clipped.around(at.get().in(was), inside));
    }

    @Override
    public Named damaged(byte[] is, int from, int to) {
        int first = Clipped.line(is, from);
        int last = Clipped.line(is, Math.max(from, to - 1));
        String lines = first == last ? "line " + first : "lines " + first + " to " + last;
        return new Named(lines + ValuePlace.at(is, from).map(place -> ", " + place.path()).orElse(""),
                Clipped.around(Clipped.text(is, from, to).strip(), 0), "");
    }
}
