package fr.maillage.casefile.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watch, exit.
///
/// @param criteria the structure's criteria of exit, as a reminder
/// @param watched already under watch
/// @param past former accompaniments, one line each
public record ExitPage(
        Banner banner,
        Sent form,
        FormErrors errors,
        @Nullable String conflict,
        boolean open,
        boolean watched,
        List<Option> reasons,
        List<String> criteria,
        List<String> past,
        int version) {}
