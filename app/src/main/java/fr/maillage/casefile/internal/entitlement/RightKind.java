package fr.maillage.casefile.internal.entitlement;

import fr.maillage.network.Setting;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /// Who decides, and the usual delay of an appeal against them: two months, or fifteen days of a
    /// judge. What the letter says prevails.
    enum Body {
        CPAM("CPAM", "CSS, art. R. 142-1"),
        MSA("MSA", "CSS, art. R. 142-1"),
        MDPH("MDPH", "CASF, art. L. 241-9\u00A0; CSS, art. R. 142-1-A"),
        DEPARTEMENT("Conseil départemental", "CASF, art. L. 134-2\u00A0; CJA, art. R. 421-1"),
        CAF("CAF", "CSS, art. R. 142-1"),
        JUGE("Juge", "code de procédure civile, art. 1239"),
        AUTRE("Autre organisme", null);

        private static final int MONTHS = 2;
        private static final int DAYS_OF_A_JUDGE = 15;

        private final String label;
        private final @Nullable String appealSource;

        Body(String label, @Nullable String appealSource) {
            this.label = label;
            this.appealSource = appealSource;
        }

        /// The usual last day of an appeal against a decision.
        LocalDate appealUntil(LocalDate decided) {
            return this == JUGE ? decided.plusDays(DAYS_OF_A_JUDGE) : decided.plusMonths(MONTHS);
        }

        /// The text that gives this delay; null when we know of none for every case.
        @Nullable String appealSource() {
            return appealSource;
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
