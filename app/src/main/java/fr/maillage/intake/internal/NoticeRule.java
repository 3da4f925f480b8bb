package fr.maillage.intake.internal;

import fr.maillage.intake.AskerQuality.Share;
import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import fr.maillage.intake.Referrals.Letter;
import fr.maillage.intake.internal.Codes.ClosedReason;
import fr.maillage.intake.internal.Codes.Status;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PatientId;
import fr.maillage.kernel.Typography;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the attending doctor and the asker are told of a request as it stands. The doctor: of every
/// request and decision, unless the person opposes it or there is none (guide, fiche D3 §3,
/// principle 2). The asker: what their quality allows (CSP L.1110-4, R.1110-2): a landlord, a
/// neighbour or a town hall get an acknowledgement that names nobody.
final class NoticeRule {

    private static final String S = Typography.NBSP;

    private NoticeRule() {}

    /// @param owner who follows the request
    record From(String structure, String phone, @Nullable String owner) {}

    static Optional<Letter> toDoctor(ReferralRow request, From from) {
        var patient = request.patient();
        var name = request.mtName();
        var none =
                patient == null
                        || name == null
                        || !request.mtTold()
                        || !hasDoctor(request.mtState(), name);
        // the doctor who asks is answered as the asker
        if (none || request.quality() == AskerQuality.MEDECIN_TRAITANT) return Optional.empty();
        var body = new ArrayList<String>();
        body.add("Docteur,");
        body.add(
                "Une demande d’appui concernant "
                        + request.person()
                        + ", votre patient ou patiente, nous est parvenue le "
                        + day(request)
                        + " ("
                        + who(request)
                        + "). Motif"
                        + S
                        + ": "
                        + Motive.words(request.motives())
                        + ".");
        if (request.status().open()) {
            body.add(
                    "Nous l’analysons et souhaitons le faire avec vous"
                            + S
                            + ": dites-nous quand vous joindre, au "
                            + from.phone()
                            + ".");
        } else {
            body.add(outcome(request, true));
        }
        body.add(sign(from));
        return Optional.of(
                new Letter(
                        patient,
                        "MEDECIN_TRAITANT",
                        Objects.requireNonNull(name),
                        request.mtRpps(),
                        "INFORMATION_DEMANDE",
                        request.status().open()
                                ? "Demande d’appui reçue"
                                : "Suite donnée à une demande d’appui",
                        join(body),
                        request.id()));
    }

    /// Whether somebody is the person's attending doctor, also one who does not wish to take part.
    static boolean hasDoctor(@Nullable String state, @Nullable String name) {
        return name != null && ("DECLARE".equals(state) || "NE_PARTICIPE_PAS".equals(state));
    }

    /// @param share what this asker may learn of somebody; null when the request is about nobody
    static Optional<Letter> toAsker(ReferralRow request, From from, @Nullable Share share) {
        var body = new ArrayList<String>();
        body.add("Bonjour,");
        body.add(
                "Votre demande n°"
                        + S
                        + request.number()
                        + " du "
                        + day(request)
                        + " a bien été reçue par "
                        + from.structure()
                        + ".");
        var open = request.status().open();
        if (share == Share.ACKNOWLEDGEMENT) {
            body.add(
                    "Le secret professionnel ne nous permet pas d’en dire davantage. Elle est entre nos mains.");
        } else if (open) {
            body.add(
                    "Nous l’analysons et revenons vers vous"
                            + (request.answerDue() == null
                                    ? "."
                                    : " au plus tard le "
                                            + FrenchDates.longDay(request.answerDue())
                                            + "."));
        } else {
            if (share != null) body.add("Elle concernait " + request.person() + ".");
            body.add(outcome(request, share == null || share == Share.CARE || share == Share.SELF));
        }
        body.add(sign(from));
        var kind = share == Share.SELF ? "PERSONNE" : "ADRESSEUR";
        return Optional.of(
                new Letter(
                        request.patient(),
                        kind,
                        request.askerName(),
                        request.askerRpps(),
                        "REPONSE_ADRESSEUR",
                        (open || share == Share.ACKNOWLEDGEMENT
                                        ? "Accusé de réception de votre demande n°"
                                        : "Réponse à votre demande n°")
                                + S
                                + request.number(),
                        join(body),
                        request.id()));
    }

    /// @param content whether advice, level and reasons may be told; else the outcome alone
    private static String outcome(ReferralRow request, boolean content) {
        return switch (request.status()) {
            case CONSEIL ->
                    content && request.advice() != null
                            ? "Conseil donné" + S + ": " + request.advice()
                            : "Un conseil a été donné.";
            case ORIENTEE -> "La demande est orientée vers " + request.orientedTo() + ".";
            case ACCOMPAGNEMENT ->
                    "Un accompagnement est proposé à la personne."
                            + (content && request.level() != null
                                    ? " " + IntakeText.level(request.level()) + "."
                                    : "");
            case SANS_SUITE ->
                    content
                            ? "La demande reste sans suite" + S + ": " + reason(request) + "."
                            : "La demande n’appelle pas de suite de notre part.";
            case A_ANALYSER, EN_ATTENTE -> Status.A_ANALYSER.label();
        };
    }

    private static String reason(ReferralRow request) {
        var reason =
                Codes.of(ClosedReason.class, request.closedReason())
                        .map(ClosedReason::label)
                        .orElse("");
        return request.closedNote() == null ? reason : reason + " (" + request.closedNote() + ")";
    }

    /// The doctor learns the name of a professional who asks; of anybody else, the quality.
    private static String who(ReferralRow request) {
        var share = request.quality().share();
        return share == Share.CARE || share == Share.PART
                ? "adresseur"
                        + S
                        + ": "
                        + request.askerName()
                        + ", "
                        + Typography.inSentence(request.quality().label())
                : "adresseur" + S + ": " + Typography.inSentence(request.quality().label());
    }

    static Letter handover(
            UUID id,
            PatientId patient,
            String to,
            String content,
            boolean again,
            String person,
            @Nullable LocalDate birth,
            From from) {
        var body = new ArrayList<String>();
        body.add("Madame, Monsieur,");
        body.add(
                (again ? "Nous revenons vers vous" + S + ": n" : "N")
                        + "ous vous confions, avec son accord, la situation de "
                        + person
                        + (birth == null ? "" : ", né(e) le " + FrenchDates.date(birth))
                        + ".");
        body.add(content);
        body.add(
                "Merci de nous accuser réception au "
                        + from.phone()
                        + ", ou par retour de ce courrier"
                        + S
                        + ": reçu le ……, par ……");
        body.add(sign(from));
        return new Letter(
                patient,
                "STRUCTURE",
                to,
                null,
                "RELAIS",
                again ? "Relance" + S + ": relais d’une situation" : "Relais d’une situation",
                join(body),
                id);
    }

    private static String sign(From from) {
        return (from.owner() == null ? "" : from.owner() + ", ")
                + from.structure()
                + ", "
                + from.phone();
    }

    private static String day(ReferralRow request) {
        return FrenchDates.date(LocalDate.ofInstant(request.receivedAt(), FrenchDates.PARIS));
    }

    private static String join(ArrayList<String> paragraphs) {
        return String.join("\n\n", paragraphs);
    }
}
