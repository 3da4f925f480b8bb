package fr.maillage.casefile.internal.entitlement;

import fr.maillage.network.Setting;
import java.util.Arrays;
import java.util.Optional;

/// The rights and measures a team follows. Their short label is in `casefile.right_kind`, with the
/// notice that the structure may change.
enum RightKind {
    ALD("ALD", "Affection de longue durée (ALD)", Body.CPAM, Setting.RIGHT_NOTICE_ALD),
    C2S("C2S", "Complémentaire santé solidaire (C2S)", Body.CPAM, Setting.RIGHT_NOTICE_C2S),
    AME("AME", "Aide médicale de l’État (AME)", Body.CPAM, Setting.RIGHT_NOTICE_AME),
    APA(
            "APA",
            "Allocation personnalisée d’autonomie (APA)",
            Body.DEPARTEMENT,
            Setting.RIGHT_NOTICE_APA),
    PCH("PCH", "Prestation de compensation du handicap (PCH)", Body.MDPH, Setting.RIGHT_NOTICE_PCH),
    AAH("AAH", "Allocation aux adultes handicapés (AAH)", Body.MDPH, Setting.RIGHT_NOTICE_AAH),
    AEEH(
            "AEEH",
            "Allocation d’éducation de l’enfant handicapé (AEEH)",
            Body.MDPH,
            Setting.RIGHT_NOTICE_AEEH),
    PROTECTION(
            "Mesure de protection",
            "Mesure de protection (tutelle, curatelle, habilitation…)",
            Body.JUGE,
            Setting.RIGHT_NOTICE_PROTECTION),
    INVALIDITE("Invalidité", "Pension d’invalidité", Body.CPAM, Setting.RIGHT_NOTICE_INVALIDITE),
    AUTRE("Autre", "Autre droit ou mesure", Body.AUTRE, Setting.RIGHT_NOTICE_AUTRE);

    private final String label;
    private final String words;
    private final Body body;
    private final Setting notice;

    RightKind(String label, String words, Body body, Setting notice) {
        this.label = label;
        this.words = words;
        this.body = body;
        this.notice = notice;
    }

    /// The short words of lists, as in `casefile.right_kind`.
    String label() {
        return label;
    }

    /// The words of the form.
    String words() {
        return words;
    }

    /// Who usually decides.
    Body body() {
        return body;
    }

    /// How long before its end one is told.
    Setting notice() {
        return notice;
    }

    static Optional<RightKind> parse(String code) {
        return Arrays.stream(values()).filter(k -> k.name().equals(code)).findFirst();
    }

    /// Who decides.
    enum Body {
        CPAM("CPAM"),
        MSA("MSA"),
        MDPH("MDPH"),
        DEPARTEMENT("Conseil départemental"),
        CAF("CAF"),
        JUGE("Juge"),
        AUTRE("Autre organisme");

        private final String label;

        Body(String label) {
            this.label = label;
        }

        /// The words on screen.
        String label() {
            return label;
        }

        static Optional<Body> parse(String code) {
            return Arrays.stream(values()).filter(b -> b.name().equals(code)).findFirst();
        }
    }
}
