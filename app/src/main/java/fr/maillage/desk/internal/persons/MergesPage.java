package fr.maillage.desk.internal.persons;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.patient.Merges.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The merges of a file, and what each chose.
public record MergesPage(Banner banner, List<Merge> merges, boolean mayUndo) {

    /// @param undone « annulée le… par…, motif », null while it holds
    /// @param undo address to undo it, null when it may not be
    public record Merge(
            String names,
            String when,
            String why,
            List<Choice> choices,
            @Nullable String undone,
            @Nullable String undo) {}
}
