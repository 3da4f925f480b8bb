package fr.maillage.rcp.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormView;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Meetings and expertise about one person.
///
/// @param put null when no meeting is to come
public record PersonPage(
        Banner banner,
        List<Line> meetings,
        List<Line> expertise,
        @Nullable FormView put,
        FormView ask) {

    public record Line(
            String href, String title, String detail, String mark, String icon, String tone) {}
}
