package fr.maillage.correspondence.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter, and what can still be done with it.
///
/// @param sender lines of the letterhead
/// @param waiting may be posted or cancelled
/// @param sent may come back
/// @param failed may be put in the tray again
public record LetterPage(
        String id,
        List<String> sender,
        String place,
        List<String> recipient,
        String subject,
        List<LetterBlock> blocks,
        String signature,
        String kind,
        String state,
        @Nullable String stateDetail,
        boolean waiting,
        boolean sent,
        boolean failed,
        @Nullable String patientHref,
        List<String> reasons,
        @Nullable String error) {}
