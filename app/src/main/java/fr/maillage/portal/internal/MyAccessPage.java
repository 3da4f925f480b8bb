package fr.maillage.portal.internal;

import java.util.List;

/// Who opened the person's file, latest first; the same thing by the same person on the same day is
/// one line.
public record MyAccessPage(
        Reader reader,
        List<Line> lines,
        boolean more,
        String structure,
        String phone,
        String dial) {

    /// @param times how many times that day
    public record Line(String who, String what, String when, String exact, int times) {}
}
