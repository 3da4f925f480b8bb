package fr.maillage.followup.internal.team;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The box of consignes.
///
/// @param filter moi, equipe or faites
/// @param questions questions of notebooks that nobody answered, for those who read them
public record ConsignesPage(
        String filter,
        int mine,
        int all,
        List<Line> lines,
        List<Question> questions,
        NewConsignePage blank) {

    /// @param words null when it is health content the reader does not see
    /// @param seen who read it, in words; null when nobody did
    /// @param done « fait par Claire DUMONT », null while it waits
    public record Line(
            String id,
            String when,
            boolean late,
            String from,
            String to,
            @Nullable String patient,
            @Nullable String person,
            @Nullable String words,
            @Nullable String seen,
            boolean seenByMe,
            @Nullable String done) {}

    /// A question of a notebook.
    public record Question(String patient, String person, String when, String who) {}
}
