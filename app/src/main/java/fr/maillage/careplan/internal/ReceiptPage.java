package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the attending doctor has the plan, and how it is known.
///
/// @param plan address of the plan
/// @param closed why nothing may be noted; null when it may
/// @param phone of the doctor, as France writes it; empty when unknown
public record ReceiptPage(
        Banner banner,
        String plan,
        String version,
        List<Step> steps,
        @Nullable String closed,
        String doctor,
        String phone,
        List<Way> ways,
        List<Line> lines,
        Sent form,
        String today) {

    /// Sent, received, opinion.
    ///
    /// @param css is-done once passed; empty before
    /// @param current where the plan stands
    public record Step(String title, String detail, String css, boolean current) {}

    public record Way(String code, String label, boolean chosen) {}

    /// @param counts whether it is about the plan as last submitted
    /// @param withdrawn who took it back; null while it stands
    public record Line(
            String id,
            String words,
            @Nullable String note,
            String by,
            boolean counts,
            @Nullable String withdrawn) {}
}
