package fr.maillage.protocol.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decision algorithms for a person: those that may be walked, those that were.
public record WalksPage(Banner banner, String href, List<Choice> choices, List<Line> walks) {

    /// An algorithm of a protocol that serves.
    ///
    /// @param why it seems to concern the person, or null
    /// @param read where it is read whole
    public record Choice(
            String protocol,
            String root,
            String name,
            String sub,
            @Nullable String why,
            String read) {}

    /// @param state « Conclu », « En cours »
    /// @param sub the protocol, who and when
    public record Line(
            String href, String name, String sub, String state, String tone, String icon) {}
}
