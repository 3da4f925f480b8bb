package fr.maillage.correspondence.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter, what became of it, and what can still be done with it.
///
/// @param waiting may be posted, handed over or cancelled
/// @param sent may come back
/// @param failed may be put in the tray again
/// @param address what is wrong with its address; null when nothing is
/// @param marked a letter came back from this address
/// @param typedAddress the address as kept, to correct it
public record LetterPage(
        String id,
        LetterSheet sheet,
        String kind,
        @Nullable String template,
        String state,
        @Nullable String stateDetail,
        boolean waiting,
        boolean sent,
        boolean failed,
        @Nullable String patientHref,
        @Nullable String batch,
        @Nullable String batchHref,
        @Nullable String address,
        boolean marked,
        String typedAddress,
        List<Event> events,
        List<String> reasons,
        List<Choice> returns,
        List<Choice> channels,
        String today,
        String typed,
        FormErrors errors) {

    /// What happened, and when.
    public record Event(String what, String when, String by, @Nullable String words) {}

    /// A code and its words.
    public record Choice(String code, String label) {}
}
