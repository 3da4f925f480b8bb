package fr.maillage.intake.internal.outreach;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An action that goes to people. Nobody met is named. Source: guide DGOS 2012, fiche D2 §3:
/// actions for people in social vulnerability with social partners (diabetes, obesity,
/// cardiovascular risk, cancer), relays of the population for organised screening.
///
/// @param partners social partners, a line each
/// @param relays names of the relays who took part
record Outreach(
        UUID id,
        Kind kind,
        LocalDate on,
        String title,
        String commune,
        Population population,
        @Nullable String partners,
        List<String> relays,
        int met,
        List<Count> counts) {

    /// @param screened measured, or given what it takes to be
    record Count(Topic topic, int screened, int found, int oriented) {}

    /// What kind of action.
    enum Kind {
        REPERAGE("Repérage et dépistage, avec des partenaires sociaux"),
        DEPISTAGE_ORGANISE("Appui à un dépistage organisé, par des relais");

        final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /// What is looked for: the four of the text, cancers by programme.
    enum Topic {
        DIABETE("Diabète", false),
        OBESITE("Obésité", false),
        RISQUE_CARDIOVASCULAIRE("Risque cardio-vasculaire", false),
        CANCER_SEIN("Cancer du sein", true),
        CANCER_COLORECTAL("Cancer colorectal", true),
        CANCER_COL("Cancer du col de l’utérus", true);

        final String label;

        /// Has a national programme of organised screening.
        final boolean organised;

        Topic(String label, boolean organised) {
            this.label = label;
            this.organised = organised;
        }
    }

    /// Whom it goes to: « proposition Maillage ».
    enum Population {
        VULNERABILITE("Personnes en vulnérabilité sociale"),
        HEBERGEMENT("Hébergement, foyer, rue"),
        QUARTIER("Quartier prioritaire"),
        RURAL("Commune rurale éloignée"),
        GENS_DU_VOYAGE("Gens du voyage"),
        TRAVAILLEURS("Travailleurs éloignés du soin"),
        TOUS("Tout public");

        final String label;

        Population(String label) {
            this.label = label;
        }
    }
}
