package fr.maillage.hospital.internal;

import java.util.ArrayList;
import java.util.List;

/// What an emergency room reads of somebody, on one page.
///
/// @param identity traits, one line each
/// @param sections what follows, in the order one looks for it
public record Sheet(String person, List<String> identity, List<Section> sections) {

    public Sheet {
        identity = List.copyOf(identity);
        sections = List.copyOf(sections);
    }

    /// @param lines one thing each
    public record Section(String title, List<String> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /// The same with `percent` of the room: what is left out is said where it was.
    Sheet within(int percent) {
        return new Sheet(
                cut(person, 120),
                identity.stream().map(line -> cut(line, 160)).toList(),
                sections.stream().map(section -> section(section, percent)).toList());
    }

    private static Section section(Section section, int percent) {
        var most = Math.max(2, 9 * percent / 100);
        var letters = Math.max(40, 420 * percent / 100);
        var lines = new ArrayList<String>();
        for (var line : section.lines().stream().limit(most).toList())
            lines.add(cut(line, letters));
        var left = section.lines().size() - most;
        if (left > 0) lines.add(HospitalText.others(left));
        return new Section(section.title(), lines);
    }

    /// At most `letters`, cut between words where it can be, and saying so.
    static String cut(String text, int letters) {
        if (text.codePointCount(0, text.length()) <= letters) return text;
        var kept = text.substring(0, text.offsetByCodePoints(0, letters));
        var space = kept.lastIndexOf(' ');
        return (space > letters / 2 ? kept.substring(0, space) : kept) + HospitalText.CUT;
    }
}
