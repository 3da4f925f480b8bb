package fr.maillage.directory.internal.load;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Establishments and their places on the map, staged apart unless one line held both, into
/// `directory.organization`. Those that somebody wrote by hand (other services of a territory) are
/// not the file's and stay. A file without any place (it is published with and without) takes none
/// of the known ones away.
final class FinessMerge implements Merge {

    private static final Keyed TAKEN =
            new Keyed(
                    "directory.organization",
                    "made_organization",
                    "t.source = 'FINESS'",
                    List.of("finess"),
                    List.of(
                            "name",
                            "kind",
                            "kind_label",
                            "address",
                            "commune_code",
                            "commune_name",
                            "phone",
                            "finess_ej",
                            "postcode",
                            "category",
                            "siret",
                            "opened_on",
                            "latitude",
                            "longitude",
                            "source"));

    @Override
    public long before(Database database) throws SQLException {
        return TAKEN.before(database);
    }

    @Override
    public long lines(Database database) throws SQLException {
        return database.number("select count(*) from staged where kind = 'structureet'");
    }

    @Override
    public Import.Done run(Database database, UUID edition, Remarks remarks) throws SQLException {
        // the commune of before a merger is read as the one of today
        database.execute(
                """
                create temporary table made_organization on commit drop as
                  select s.finess, s.name, coalesce(k.kind, 'AUTRE') as kind, coalesce(k.label, s.category_label, 'Autre établissement') as kind_label, s.address,
                         coalesce(f.code, s.commune_code) as commune_code, coalesce(c.name, s.commune_name) as commune_name, s.phone, s.finess_ej, s.postcode, s.category,
                         s.siret, s.opened_on, case when g.some then coalesce(p.latitude, s.latitude) else o.latitude end as latitude,
                         case when g.some then coalesce(p.longitude, s.longitude) else o.longitude end as longitude, cast('FINESS' as text) as source
                    from staged s
                    cross join (select exists (select 1 from staged where kind = 'geolocalisation' or latitude is not null) as some) g
                    left join directory.organization o on o.finess = s.finess and o.source = 'FINESS'
                    left join staged p on p.kind = 'geolocalisation' and p.finess = s.finess
                    left join territory.commune_former f on f.old_code = s.commune_code
                    left join territory.commune c on c.code = coalesce(f.code, s.commune_code)
                    left join directory.finess_category k on k.category = s.category
                   where s.kind = 'structureet';
                analyze made_organization
                """);
        Communes.unknown(database, "made_organization", remarks);
        if (TAKEN.before(database) > 0)
            try (var statement =
                    database.connection()
                            .prepareStatement(
                                    """
                                    insert into directory.movement (edition_id, pp_id, kind, name)
                                    select cast(? as uuid), coalesce(n.finess, o.finess),
                                           case when o.finess is null then 'NOUVEAU' when n.finess is null then 'PARTI'
                                                when (n.address, n.commune_code) is distinct from (o.address, o.commune_code) then 'DEMENAGE' else 'CHANGE' end,
                                           coalesce(n.name, o.name)
                                      from made_organization n full join (select * from directory.organization where source = 'FINESS') o on o.finess = n.finess
                                     where (n.name, n.kind, n.address, n.commune_code, n.phone, n.category) is distinct from (o.name, o.kind, o.address, o.commune_code, o.phone, o.category)
                                    """)) {
                statement.setObject(1, edition);
                statement.executeUpdate();
            }
        return TAKEN.run(database, edition, remarks);
    }
}
