package fr.maillage.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who stands around a person; plans name them.
final class CirclePart extends LifePart {

    private final List<Around> around = new ArrayList<>();

    CirclePart(Life life) {
        super(life);
    }

    /// Everybody named so far, in order.
    List<Around> around() {
        return around;
    }

    Life.Actor doctor(LocalDate since, @Nullable UUID account) {
        var mt = who.mt();
        if (mt == null || !who.mtState().equals("DECLARE")) return Life.Actor.NOBODY;
        return actor(
                "PROFESSIONNEL",
                "PROFESSIONNEL_DE_SANTE",
                "MEDECIN_TRAITANT",
                true,
                mt.name(),
                mt.label(),
                mt.rpps(),
                mt.phone(),
                null,
                null,
                account,
                since,
                Life.EVERY_PART,
                true);
    }

    Life.Actor professional(
            Practitioner p, String role, boolean main, LocalDate since, @Nullable UUID account) {
        var parts =
                p.profession().equals("PHARMACIEN")
                        ? List.of("SOINS", "TACHES")
                        : List.of("SOINS", "MEDICAL", "TACHES");
        return actor(
                "PROFESSIONNEL",
                "PROFESSIONNEL_DE_SANTE",
                role,
                main,
                p.name(),
                p.label(),
                p.rpps(),
                p.phone(),
                null,
                null,
                account,
                since,
                parts,
                true);
    }

    Life.Actor service(
            String name, String label, String group, LocalDate since, @Nullable UUID account) {
        return actor(
                "STRUCTURE",
                group,
                "INTERVENANT",
                false,
                name,
                label,
                null,
                Names.landline(random),
                null,
                null,
                account,
                since,
                List.of("AIDE", "TACHES"),
                !group.equals("PROCHE"));
    }

    Life.Actor relative(
            String name,
            String relation,
            String role,
            @Nullable String measure,
            LocalDate since,
            @Nullable UUID account) {
        return actor(
                "PROCHE",
                "PROCHE",
                role,
                role.equals("AIDANT_PRINCIPAL"),
                name,
                null,
                null,
                Names.mobile(random),
                relation,
                measure,
                account,
                since,
                List.of("AIDE", "TACHES"),
                false);
    }

    Life.Actor actor(
            String kind,
            String group,
            String role,
            boolean main,
            String name,
            @Nullable String profession,
            @Nullable String rpps,
            @Nullable String phone,
            @Nullable String relation,
            @Nullable String measure,
            @Nullable UUID account,
            LocalDate since,
            List<String> parts,
            boolean inCareTeam) {
        var made = id(at(since));
        copy.add(
                Into.CARE_TEAM,
                network,
                made,
                id,
                kind,
                group,
                role,
                measure,
                main,
                name,
                profession,
                rpps,
                null,
                phone,
                null,
                rpps == null ? null : rpps + "@pro.mssante.example",
                relation,
                account,
                since,
                who.died(),
                since,
                null,
                parts,
                inCareTeam,
                null);
        around.add(new Around(made, group, role, main, name, profession, phone));
        return new Life.Actor(made, name, profession, group);
    }

    record Around(
            UUID id,
            String group,
            String role,
            boolean main,
            String name,
            @Nullable String profession,
            @Nullable String phone) {}
}
