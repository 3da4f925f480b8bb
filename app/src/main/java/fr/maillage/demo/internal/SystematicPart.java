package fr.maillage.demo.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the themes ask to be evaluated (EMS and EGS, before an inclusion in palliative care,
/// mother, newborn and family), done for most of those followed: the others are late, and lists say
/// so. Written once everybody is there, without drawing anything: nobody else changes for it.
final class SystematicPart {

    private static final String EMS =
            "ems.situation=stable ems.hopital=false ems.seule=true ems.contacts=semaine ems.aidant=true ems.aidant-qui=Sa_fille,_les_courses ems.aidant-temps=semaine ems.aidant-etat=bien ems.relais=non ems.aides=domicile|alarme ems.heures=6 ems.suffisantes=suffisantes ems.apa=versee ems.ressources=justes ems.renonce=false ems.protection=aucune ems.vu=true ems.adaptation=adapte ems.danger=false ems.alarme=true ems.associes=mt|idel ems.mt-dit=D’accord_avec_les_aides_en_place ems.souhait=Rester_chez_soi ems.besoins=lien";
    private static final String EGS =
            "egs.maladies=3 egs.neuro=false egs.sejours=0 egs.medicaments=4 egs.prise=sure egs.perte=aucune egs.appetit=conserve egs.vue=gene egs.audition=bonne egs.douleur=false egs.marche=canne egs.chutes=1 egs.chute-grave=false egs.toilette=aide egs.continence=continente egs.plainte=false egs.orientation=true egs.confusion=false egs.triste=false egs.mort=false egs.syndromes=autonomie egs.geriatre=non egs.conduite=Kinésithérapie,_aide_à_la_toilette_deux_fois_par_semaine";
    private static final String MOTHER =
            "mere.moment=grossesse mere.terme=30 mere.maternite=Maternité_de_type_2A mere.suivi=regulier mere.suivi-par=sf mere.risques=aucun mere.orientation=adaptee mere.preparation=prevus mere.humeur=bonne mere.mort=false mere.seule=true mere.securite=oui mere.souhait=Une_sage-femme_au_retour mere.besoins=sf|pmi mere.mt=oui";
    private static final String FAMILY =
            "fam.parent=parfois fam.fratrie=1 fam.fratrie-va=bien fam.autour=plusieurs fam.logement=stable fam.ressources=justes fam.droits=aucun fam.langue=false fam.materiel=true fam.vulnerabilites=aucune fam.protection=aucune fam.deja=pmi fam.accord=oui fam.souhaits=Être_rassurée_les_premières_semaines";
    private static final String ODETTE =
            "ems.situation=rupture ems.rupture=aidant ems.hopital=false ems.seule=false ems.contacts=jours ems.aidant=true ems.aidant-qui=André,_son_mari,_85_ans ems.aidant-temps=permanente ems.aidant-etat=epuise ems.relais=souhaite ems.conflit=false ems.aides=domicile|soins ems.heures=4 ems.suffisantes=insuffisantes ems.manque=Personne_la_nuit,_ni_le_dimanche ems.apa=demandee ems.a-ouvrir=caisse ems.ressources=justes ems.renonce=false ems.demarches=true ems.protection=aucune ems.vu=true ems.adaptation=amenager ems.amenagements=salle-eau|escalier ems.danger=false ems.alarme=false ems.associes=mt|idel|kine ems.mt-dit=Craint_une_nouvelle_chute ems.souhait=Rester_avec_André,_à_la_maison ems.refus-personne=La_maison_de_retraite ems.proches=Isabelle_cherche_un_accueil_de_jour ems.besoins=aides|repit|logement";
    private static final String NEWBORN =
            "nne.terme=36 nne.poids=2450 nne.neonat=true nne.neonat-jours=6 nne.vulnerable=premature|petit nne.poids-jour=3900 nne.prise=surveiller nne.alimentation=mixte nne.difficile=false nne.alerte=false nne.sommeil=true nne.pleurs=longs nne.secouer=true nne.medecin=choisi nne.examen=fait nne.audition=normal nne.pmi=connait nne.long=propose nne.long-qui=Consultation_du_réseau_de_suivi nne.points=Le_poids,_chaque_semaine nne.prochaine=%s nne.qui=puer";

    /// Somebody followed for one of the themes.
    private record Person(
            UUID network,
            UUID patient,
            LocalDate since,
            @Nullable UUID account,
            String author,
            String theme,
            String called) {}

    private final Copy copy;
    private final Evaluations evaluations;
    private final LocalDate today;

    private SystematicPart(Copy copy, Evaluations evaluations, LocalDate today) {
        this.copy = copy;
        this.evaluations = evaluations;
        this.today = today;
    }

    static void write(
            Connection connection,
            Copy copy,
            Evaluations evaluations,
            List<Structure> structures,
            LocalDate today)
            throws SQLException {
        var part = new SystematicPart(copy, evaluations, today);
        for (var structure : structures)
            for (var person : people(connection, structure.id())) part.write(person);
    }

    private static List<Person> people(Connection connection, UUID structure) throws SQLException {
        var found = new ArrayList<Person>();
        try (var statement =
                connection.prepareStatement(
                        """
                        select s.network_id, s.patient_id, coalesce(s.included_on, s.opened_on), m.account_id, m.given_name || ' ' || upper(m.family_name),
                               s.theme_code, coalesce(p.used_name, p.birth_name) || ' ' || p.given_names
                          from casefile.support s
                          join network.team_member m on m.network_id = s.network_id and m.id = s.coordinator_id
                          join patient.patient p on p.network_id = s.network_id and p.id = s.patient_id
                         where s.network_id = ? and s.status = 'ACTIF' and s.level >= 1 and s.theme_code in ('GERONTOLOGIE', 'SOINS_PALLIATIFS', 'PERINATALITE')
                         order by s.patient_id
                        """)) {
            statement.setObject(1, structure);
            var rows = statement.executeQuery();
            while (rows.next())
                found.add(
                        new Person(
                                rows.getObject(1, UUID.class),
                                rows.getObject(2, UUID.class),
                                rows.getObject(3, LocalDate.class),
                                rows.getObject(4, UUID.class),
                                rows.getString(5),
                                rows.getString(6),
                                rows.getString(7)));
        }
        return found;
    }

    private void write(Person person) {
        int chance = Math.floorMod(person.patient().hashCode(), 100);
        switch (person.called()) {
            case "LEROY Odette" -> keep(person, "ems", 12, ODETTE); // her EGS waits: it is late
            case "CHERIF Nour" ->
                    keep(
                            person,
                            "perinatalite-nouveau-ne",
                            6,
                            NEWBORN.formatted(today.plusDays(6)));
            default -> {
                switch (person.theme()) {
                    case "GERONTOLOGIE" -> {
                        if (chance < 93) keep(person, "ems", 4 + chance % 20, EMS);
                        if (chance % 50 < 43) keep(person, "egs", 6 + chance % 22, EGS);
                    }
                    case "SOINS_PALLIATIFS" -> {
                        if (chance < 90)
                            keep(
                                    person,
                                    "pre-inclusion-palliatif",
                                    -3,
                                    palliative(person.since().minusDays(4)));
                    }
                    default -> {
                        if (chance < 88) keep(person, "perinatalite-mere", 5, MOTHER);
                        if (chance < 80) keep(person, "perinatalite-famille", 9, FAMILY);
                    }
                }
            }
        }
    }

    private static String palliative(LocalDate agreed) {
        return "pal.lieu=domicile pal.maladie=Cancer_métastatique pal.evolutive=true pal.symptomes=soulages pal.complexe=true pal.remplis=remplis pal.accord=donne pal.sait=partie pal.lieu-souhaite=domicile-repli pal.directives=ne-souhaite pal.confiance=true pal.aidant=true pal.aidant-etat=fatigue pal.proches-accord=oui pal.enfants=false pal.mt=accord pal.mt-moyen=telephone pal.mt-jour=%s pal.idel=accord pal.pharmacien=accord pal.permanence=had|reseau pal.aides=aide-domicile|psychologue pal.decision=inclure pal.preparer=Ordonnances_anticipées,_passage_de_nuit"
                .formatted(agreed);
    }

    /// @param after days after the inclusion; before it when negative
    private void keep(Person person, String code, int after, String answers) {
        var asked = person.since().plusDays(after);
        var on = asked.isAfter(today) ? today : asked;
        var at = at(on);
        var response = id(person.patient() + code);
        var scored =
                evaluations.shared(
                        code,
                        answers,
                        response,
                        person.patient(),
                        person.account() == null ? person.patient() : person.account(),
                        at);
        AssessmentPart.keep(
                copy,
                new AssessmentPart.Kept(person.network(), person.patient(), code, response, on, at),
                person.account(),
                person.author(),
                scored);
        copy.add(
                Into.TIMELINE,
                person.network(),
                id(person.patient() + code + " line"),
                person.patient(),
                at,
                "EVALUATION",
                scored.words(),
                null,
                person.author(),
                "/dossiers/" + person.patient() + "/evaluations/" + response,
                true);
    }

    static Instant at(LocalDate on) {
        return on.atTime(LocalTime.of(10, 30)).atZone(Loader.PARIS).toInstant();
    }

    static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }
}
