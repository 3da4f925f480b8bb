package fr.maillage.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.access.Role;
import fr.maillage.web.Shell.NavItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NavigationTest {

    private static List<String> current(Role role, String path) {
        return Navigation.of(role, path, Map.of()).stream()
                .filter(NavItem::current)
                .map(NavItem::label)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_rail_has_six_entries_at_most(Role role) {
        assertThat(Navigation.of(role, "/", Map.of())).hasSizeBetween(1, 6);
    }

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR, /rcp/nouvelle, Agenda",
        "SECRETARY, /rcp, Agenda",
        "DOCTOR, /rcp, Agenda",
        "HEAD, /rcp, RCP",
        "PROFESSIONAL, /rcp, RCP",
        "HEAD, /droits, Dossiers",
        "COORDINATOR, /droits, Dossiers",
        "COORDINATOR, /besoins-non-couverts, Annuaire",
        "AGENCY, /projets, Enquêtes",
        "ADMIN, /reglages/annuaire/services, Annuaire national"
    })
    void every_page_is_under_one_entry(Role role, String path, String entry) {
        assertThat(current(role, path)).containsExactly(entry);
    }

    @Test
    void a_page_that_only_begins_like_an_entry_is_under_none() {
        assertThat(current(Role.COORDINATOR, "/agendas")).isEmpty();
    }
}
