package fr.maillage.network.internal.competence;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a member masters of the framework, as they see it and as who heads the structure sees it.
///
/// @param mine whose look the form is: « Votre regard », « Le regard de la direction »
/// @param looks former looks, latest first
/// @param grow competences that one of them says are to be acquired or under way
public record CompetencePage(
        String action,
        String back,
        String name,
        String mine,
        List<Axis> axes,
        List<Look> looks,
        List<String> grow,
        String words,
        String training,
        FormErrors errors,
        String source) {

    public record Axis(String label, List<Group> groups) {}

    /// @param self of how many the member says they are acquired; « 3 sur 5 »
    public record Group(String label, String self, String head, List<Line> lines) {}

    /// @param theirs what the other said; null when nothing
    public record Line(String code, String label, List<Option> options, @Nullable String theirs) {}

    public record Option(String value, String label, boolean chosen) {}

    public record Look(
            String who,
            String when,
            String acquired,
            @Nullable String words,
            @Nullable String training) {}
}
