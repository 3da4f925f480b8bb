package fr.maillage.territory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/// The official files of communes, taken in by whoever read them: their lines stand in a temporary
/// table of the transaction of the connection, and nothing is committed here. No commune is ever
/// removed: older files still bear its code.
public interface CommuneFiles {

    /// How many communes are known.
    long known(Connection connection) throws SQLException;

    /// The year of the list of communes in use.
    int year(Connection connection) throws SQLException;

    /// How many have a population.
    long counted(Connection connection) throws SQLException;

    /// The list of communes of a year, which is not before [#year]: new ones come, names are those
    /// of the list, and a former commune that lies inside another (COMD, COMA) is read as that one.
    ///
    /// @param staged table (`kind`, `code`, `name`, `parent`)
    Taken communes(Connection connection, String staged, int year) throws SQLException;

    /// What became of communes: a code that was merged, even several times, is read as the commune
    /// of today. One that was parted between several, or exists again, is left as it is.
    ///
    /// @param staged table (`event`, `day`, `old_kind`, `old_code`, `new_kind`, `new_code`)
    /// @param inside events after which the former territory lies in the later one
    Taken mergers(Connection connection, String staged, Set<String> inside) throws SQLException;

    /// Populations of a year; the latest year is the population of the commune.
    ///
    /// @param staged table (`code`, `people`)
    Taken populations(Connection connection, String staged, int year) throws SQLException;

    /// What stands until a first file is loaded: the lists that came with the application.
    Shipped shipped();

    /// What came with the application.
    ///
    /// @param communes how many are read from the list of a year, by year
    /// @param merged former codes, read as a commune of the latest of these years
    /// @param counted communes that have a population
    /// @param counts year in which those populations were the legal ones
    record Shipped(SortedMap<Integer, Long> communes, long merged, long counted, int counts) {}

    /// What changed.
    ///
    /// @param unknown codes of no commune, and how many lines bore each
    /// @param moved whether a code is now read as another
    record Taken(long added, long changed, long removed, Map<String, Long> unknown, boolean moved) {
        public Taken {
            unknown = Map.copyOf(unknown);
        }
    }
}
