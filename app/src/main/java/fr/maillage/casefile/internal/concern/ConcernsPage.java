package fr.maillage.casefile.internal.concern;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.casefile.internal.Option;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The concerns about a person that the reader may read, and the form of a new one.
///
/// @param mayWrite whether the reader writes; a professional of the circle who was named reads only
/// @param addressees those who hear about somebody of this age
/// @param candidates who may be named
/// @param byRule who reads without being named
/// @param minor whether the person is under 18, which changes whom to call
public record ConcernsPage(
        Banner banner,
        Sent form,
        FormErrors errors,
        boolean mayWrite,
        List<Line> concerns,
        List<Option> natures,
        List<Option> addressees,
        List<AddresseesPage.Proposed> proposed,
        List<Option> candidates,
        List<String> byRule,
        boolean minor) {

    /// @param overdue its date of review has passed
    public record Line(
            String href,
            String nature,
            String since,
            String status,
            String tone,
            String icon,
            @Nullable String review,
            boolean overdue,
            boolean restricted,
            String written) {}
}
