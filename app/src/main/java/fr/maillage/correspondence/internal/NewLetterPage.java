package fr.maillage.correspondence.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which letter, and to whom.
public record NewLetterPage(
        Banner banner,
        String id,
        List<Template> templates,
        List<Recipient> recipients,
        String template,
        String recipient,
        String name,
        String address,
        FormErrors errors) {

    /// A template one may use.
    public record Template(String code, String title, String usage) {}

    /// Somebody it may go to.
    ///
    /// @param never why it may not; null when it may
    /// @param address what is wrong with the address; null when nothing is
    public record Recipient(
            String key, String words, @Nullable String never, @Nullable String address) {}
}
