package fr.maillage.demo.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Who can sign in besides the teams: professionals of circles, a carer, the agency, the national
/// level. Their ids are kept for the circles of the ten persons everyone meets.
final class Accounts {

    private final StructureWriter writer;
    private final Structure platform;
    private final Structure network;

    final Practitioner drMorel;
    final Practitioner nurseLucie;
    UUID drMorelAccount;
    UUID nurseAccount;
    UUID homeHelpAccount;
    UUID carerAccount;

    Accounts(
            StructureWriter writer,
            Professionals professionals,
            Places places,
            List<Structure> structures) {
        this.writer = writer;
        this.platform = structures.get(0);
        this.network = structures.get(1);
        drMorel =
                professionals.named(
                        "MEDECIN_GENERALISTE", null, "MOREL", "Anne", places.get("59178"), 1);
        nurseLucie =
                professionals.named("INFIRMIER", null, "PETIT", "Lucie", places.get("59178"), 2);
        drMorelAccount =
                writer.account(
                        "anne.morel",
                        "Dr Anne MOREL",
                        drMorel.rpps(),
                        "Médecin traitant à Douai, suit aussi des patients du réseau de Lens : ses avis attendus");
        nurseAccount =
                writer.account(
                        "lucie.petit",
                        "Lucie PETIT",
                        nurseLucie.rpps(),
                        "Infirmière libérale du cercle d’Odette LEROY");
        homeHelpAccount =
                writer.account(
                        "brigitte.carlier",
                        "Brigitte CARLIER",
                        null,
                        "Aide à domicile du cercle d’Odette LEROY : sa part seulement");
        carerAccount =
                writer.account(
                        "isabelle.leroy",
                        "Isabelle LEROY",
                        null,
                        "Fille et aidante d’Odette LEROY : le plan en mots simples");
    }

    /// Dr Morel opened a part of somebody's file.
    void drMorelReads(Life life, Instant at, String part) {
        life.read(at, drMorelAccount, "Dr Anne MOREL (Professionnel du cercle)", part);
    }

    void write() {
        writer.membership(drMorelAccount, "PROFESSIONAL", platform.id(), null, null, null);
        writer.membership(drMorelAccount, "PROFESSIONAL", network.id(), null, null, null);
        writer.membership(nurseAccount, "PROFESSIONAL", platform.id(), null, null, null);
        writer.membership(homeHelpAccount, "PROFESSIONAL", platform.id(), null, null, null);
        var officer =
                writer.account(
                        "marc.hennion",
                        "Marc HENNION",
                        null,
                        "ARS Hauts-de-France : les publications, jamais un dossier");
        writer.membership(officer, "AGENCY", null, "32", null, null);
        var analyst =
                writer.account(
                        "agnes.tellier",
                        "Agnès TELLIER",
                        null,
                        "Niveau national : les publications de chaque région");
        writer.membership(analyst, "NATIONAL", null, null, null, null);
    }

    /// The person whose plan the carer reads is known once written.
    void carerOf(UUID patient) {
        writer.membership(carerAccount, "PATIENT", platform.id(), null, patient, null);
    }
}
