package fr.maillage.intake.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request.
///
/// @param clinical whether health content may be read
/// @param told who is told, and what they learn
/// @param whyNot why support cannot be proposed now, or null
/// @param inclusion where inclusion is done, once support is proposed; null when the person is
///   followed already
/// @param followed an accompaniment of the person goes on
public record ReferralPage(
        String id,
        int number,
        String title,
        @Nullable String personHref,
        @Nullable String detail,
        String status,
        String statusCss,
        boolean open,
        String urgency,
        boolean urgent,
        @Nullable String urgencyLine,
        boolean urgencyLate,
        List<Fact> facts,
        boolean clinical,
        @Nullable String ownWords,
        @Nullable String relativesWords,
        @Nullable String note,
        String mt,
        String mtCss,
        boolean mtToTell,
        List<Choice> toldHow,
        @Nullable String level,
        List<String> because,
        @Nullable String needValidated,
        @Nullable String outcome,
        @Nullable String owner,
        @Nullable String ownerId,
        List<Choice> team,
        boolean takeable,
        List<String> told,
        List<Handover> handovers,
        @Nullable String whyNot,
        @Nullable String inclusion,
        boolean followed,
        boolean mayDecide,
        boolean mayAdvise,
        boolean mayAct,
        List<Choice> closedReasons,
        @Nullable Elsewhere elsewhere,
        FormErrors errors,
        Typed typed) {

    /// The entrance that declares what is asked, when ours does not.
    ///
    /// @param sure false when it is no more than the nearest
    public record Elsewhere(
            String href, String name, String phone, String now, List<String> why, boolean sure) {}

    public record Fact(String label, String value) {}

    public record Handover(
            String id,
            String to,
            String kind,
            String content,
            String sent,
            String sentExact,
            @Nullable String acknowledged,
            @Nullable String reminded,
            boolean late) {}

    /// What a refused answer keeps.
    public record Typed(String advice, String awaiting, String reason, String note) {
        static final Typed NOTHING = new Typed("", "", "", "");
    }
}
