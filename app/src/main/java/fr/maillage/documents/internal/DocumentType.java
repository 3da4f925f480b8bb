package fr.maillage.documents.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What a document is, and who may read it unless a clinician decides otherwise. Codes are those of
/// the table. Source of the audiences: CSP L.1110-4 and R.1110-2 (what one's part needs), reading
/// in `docs/interpretations.md`.
enum DocumentType {
    COURRIER_SORTIE("Courrier de sortie", "building-hospital", Set.of("SOINS", "MEDICAL")),
    ORDONNANCE("Ordonnance", "pill", Set.of("SOINS", "MEDICAL")),
    COMPTE_RENDU("Compte rendu", "stethoscope", Set.of("SOINS", "MEDICAL")),
    EVALUATION("Évaluation", "clipboard-check", Set.of("MEDICAL")),
    ACCORD_SIGNE(
            "Accord signé", "shield-check", Set.of("SOCIAL", Audience.RECEPTION, Audience.PERSON)),
    JUGEMENT("Jugement de protection", "scale", Set.of("SOCIAL")),
    ADMINISTRATIF(
            "Administratif", "file-text", Set.of("SOCIAL", Audience.RECEPTION, Audience.PERSON)),
    PHOTO("Photo", "eye", Set.of("SOINS", "MEDICAL")),
    AUTRE("Autre document", "paperclip", Set.of());

    private final String label;
    private final String icon;
    private final Set<String> audience;

    DocumentType(String label, String icon, Set<String> audience) {
        this.label = label;
        this.icon = icon;
        this.audience = audience;
    }

    String label() {
        return label;
    }

    String icon() {
        return icon;
    }

    /// Marks of those who may read it besides the clinical team.
    Set<String> audience() {
        return audience;
    }

    static Optional<DocumentType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.name().equals(code)).findFirst();
    }
}
