package fr.maillage.intake.internal;

import java.util.List;

/// People near what was typed, as radio buttons.
///
/// @param subject what was typed
/// @param asked whether enough was typed to search
/// @param chosen what is chosen already
public record NearPage(String subject, boolean asked, List<Line> found, String chosen) {

    public record Line(String id, String name, String detail) {}
}
