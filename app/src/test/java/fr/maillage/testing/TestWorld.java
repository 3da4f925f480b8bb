package fr.maillage.testing;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.platform.Tenancy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two invented structures and the cast everyone knows. Each call of a `new…` method makes somebody
/// new: tests share the database and never count on being alone.
@TestConfiguration(proxyBeanMethods = false)
public class TestWorld {

    @Bean
    static RecordedStatements.Wrapping recordedStatements() {
        return new RecordedStatements.Wrapping();
    }

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    Cast cast(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        return new Cast(sql, transactions, clock);
    }

    /// The structures, their teams, and ways to make persons and act in a structure.
    public static final class Cast {
        /// Everybody's password is « maillage ».
        private static final String PASSWORD = new BCryptPasswordEncoder(4).encode("maillage");

        private final JdbcClient sql;
        private final TransactionTemplate transaction;
        private final Clock clock;

        /// The structure of most tests: « Appui Douaisis », a platform.
        public final NetworkId douai;

        /// Another structure, whose files must stay out of reach: « Appui Calaisis ».
        public final NetworkId calais;

        public final SignedIn claireCoordinator;
        public final SignedIn karimCoordinator;
        public final SignedIn sophieSecretary;
        public final SignedIn helenHead;
        public final SignedIn doctorOfTheTeam;
        public final SignedIn calaisCoordinator;
        public final SignedIn agencyOfficer;

        /// Dr Anne MOREL, GP: a professional of both structures.
        public final SignedIn drMorel;

        /// Lucie PETIT, nurse of a circle in Douai.
        public final SignedIn nurseLucie;

        Cast(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
            this.sql = sql;
            this.transaction = new TransactionTemplate(transactions);
            this.clock = clock;
            douai = network("Appui Douaisis (fictif)", "Appui Douaisis", "59178", "Douai");
            calais = network("Appui Calaisis (fictif)", "Appui Calaisis", "62193", "Calais");
            claireCoordinator = member(douai, "DUMONT", "Claire", "COORDINATOR", Role.COORDINATOR);
            karimCoordinator = member(douai, "BELKACEM", "Karim", "COORDINATOR", Role.COORDINATOR);
            sophieSecretary = member(douai, "LECLERC", "Sophie", "SECRETARY", Role.SECRETARY);
            helenHead = member(douai, "VANDAMME", "Hélène", "HEAD", Role.HEAD);
            doctorOfTheTeam = member(douai, "ROUSSEL", "Paul", "DOCTOR", Role.DOCTOR);
            calaisCoordinator = member(calais, "FOURNIER", "Nina", "COORDINATOR", Role.COORDINATOR);
            agencyOfficer =
                    account("Marc HENNION", Role.AGENCY, Set.of(), Set.of("32"), null, null);
            drMorel =
                    account(
                            "Dr Anne MOREL",
                            Role.PROFESSIONAL,
                            Set.of(douai.value(), calais.value()),
                            Set.of(),
                            null,
                            "10100000017");
            nurseLucie =
                    account(
                            "Lucie PETIT",
                            Role.PROFESSIONAL,
                            Set.of(douai.value()),
                            Set.of(),
                            null,
                            "10100000025");
        }

        /// Runs `work` in a transaction of the application itself inside a structure.
        public <T extends @Nullable Object> T in(NetworkId network, Supplier<T> work) {
            return Tenancy.of(network).call(() -> transaction.execute(_ -> work.get()));
        }

        /// Runs `work` in a transaction under what `who` may see.
        public <T extends @Nullable Object> T as(SignedIn who, Supplier<T> work) {
            return who.tenancy().call(() -> transaction.execute(_ -> work.get()));
        }

        /// A new person followed by nobody yet: DURAND + a suffix, born 12 April 1942, in Douai, MT
        /// Dr Morel declared.
        public PatientId newPatient(NetworkId network) {
            var id = UUID.randomUUID();
            in(
                    network,
                    () ->
                            sql.sql(
                                            """
                                            insert into patient.patient (id, birth_name, given_names, sex, birth_date, commune_code, commune_name, phone,
                                                                         mt_state, mt_rpps, mt_name, mt_phone, created_at)
                                            values (:id, :name, 'Odette', 'F', '1942-04-12', '59178', 'Douai', '0327000001',
                                                    'DECLARE', '10100000017', 'Dr Anne MOREL', '0327000002', :now)
                                            """)
                                    .param("id", id)
                                    .param(
                                            "name",
                                            "DURAND-"
                                                    + id.toString()
                                                            .substring(0, 8)
                                                            .toUpperCase(java.util.Locale.ROOT))
                                    .param("now", Timestamp.from(clock.instant()))
                                    .update());
            return new PatientId(id);
        }

        /// A new person with an active support at `level`, followed by Claire (or the Calais
        /// coordinator), included today minus `daysAgo`, with Dr Morel as attending doctor in the
        /// circle.
        public Followed newFollowed(NetworkId network, int level, int daysAgo) {
            var patient = newPatient(network);
            var coordinator = network.equals(douai) ? claireCoordinator : calaisCoordinator;
            var support = UUID.randomUUID();
            var day = LocalDate.now(clock).minusDays(daysAgo);
            in(
                    network,
                    () -> {
                        sql.sql(
                                        """
                                        insert into casefile.support (id, patient_id, theme_code, status, opened_on, included_on, level, coordinator_id, commune_code)
                                        values (:id, :patient, 'GERONTOLOGIE', 'ACTIF', :day, :day, :level, :coordinator, '59178')
                                        """)
                                .param("id", support)
                                .param("patient", patient.value())
                                .param("day", day)
                                .param("level", level)
                                .param("coordinator", coordinator.member())
                                .update();
                        return sql.sql(
                                        """
                                        insert into casefile.care_team (patient_id, kind, actor_group, role, main, name, profession, rpps, phone, account_id, since, parts)
                                        values (:patient, 'PROFESSIONNEL', 'PROFESSIONNEL_DE_SANTE', 'MEDECIN_TRAITANT', true, 'Dr Anne MOREL', 'Médecin généraliste',
                                                '10100000017', '0327000002', :account, :day, '{SOINS,MEDICAL,PSYCHOLOGIQUE,SOCIAL,EDUCATION,AIDE}')
                                        """)
                                .param("patient", patient.value())
                                .param("account", drMorel.accountId())
                                .param("day", day)
                                .update();
                    });
            return new Followed(network, patient, support, coordinator);
        }

        /// A person with an active support.
        public record Followed(
                NetworkId network, PatientId patient, UUID support, SignedIn coordinator) {}

        private NetworkId network(
                String name, String shortName, String commune, String communeName) {
            var id =
                    new NetworkId(
                            UUID.nameUUIDFromBytes(
                                    name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            in(
                    id,
                    () -> {
                        var fresh =
                                sql.sql(
                                                """
                                                insert into network.network (id, name, short_name, kind, legal_form, region_code, commune_code, commune_name, phone, opening_hours)
                                                values (:id, :name, :short, 'PLATEFORME', 'Association loi 1901', '32', :commune, :communeName, '03 27 00 00 00', 'du lundi au vendredi, 9 h – 17 h')
                                                on conflict do nothing
                                                """)
                                        .param("id", id.value())
                                        .param("name", name)
                                        .param("short", shortName)
                                        .param("commune", commune)
                                        .param("communeName", communeName)
                                        .update();
                        if (fresh == 0) return null;
                        sql.sql("select network.start_with_defaults()").query((_, _) -> 0).list();
                        sql.sql(
                                        """
                                        insert into network.network_theme (theme_code, since)
                                        select code, '2020-01-01' from network.theme where code in ('GERONTOLOGIE','SOINS_PALLIATIFS','DIABETOLOGIE','PRECARITE','ADDICTOLOGIE','HANDICAP','CANCEROLOGIE')
                                        """)
                                .update();
                        return null;
                    });
            return id;
        }

        private SignedIn member(
                NetworkId network, String family, String given, String function, Role role) {
            var line =
                    UUID.nameUUIDFromBytes(
                            (network + family).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var signedIn =
                    account(
                            given + " " + family,
                            role,
                            Set.of(network.value()),
                            Set.of(),
                            line,
                            null);
            in(
                    network,
                    () ->
                            sql.sql(
                                            """
                                            insert into network.team_member (id, account_id, family_name, given_name, function, since)
                                            values (:id, :account, :family, :given, :function, '2020-01-01') on conflict do nothing
                                            """)
                                    .param("id", line)
                                    .param("account", signedIn.accountId())
                                    .param("family", family)
                                    .param("given", given)
                                    .param("function", function)
                                    .update());
            return signedIn;
        }

        private SignedIn account(
                String name,
                Role role,
                Set<UUID> networks,
                Set<String> regions,
                @Nullable UUID member,
                @Nullable String rpps) {
            var id =
                    UUID.nameUUIDFromBytes(
                            ("account " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            var login = name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", ".");
            transaction.executeWithoutResult(_ -> {
                var fresh =
                        sql.sql(
                                        """
                                        insert into access.account (id, login, password_hash, display_name, rpps) values (:id, :login, :hash, :name, :rpps)
                                        on conflict do nothing
                                        """)
                                .param("id", id)
                                .param("login", login)
                                .param("hash", PASSWORD)
                                .param("name", name)
                                .param("rpps", rpps)
                                .update();
                if (fresh == 0) {
                    sql.sql("update access.account set password_hash = :hash where id = :id")
                            .param("hash", PASSWORD)
                            .param("id", id)
                            .update();
                    return;
                }
                for (var network : networks) membership(id, role, network, null, member);
                for (var region : regions) membership(id, role, null, region, null);
            });
            return new SignedIn(id, login, "", name, role, networks, regions, member, null, rpps);
        }

        private void membership(
                UUID account,
                Role role,
                @Nullable UUID network,
                @Nullable String region,
                @Nullable UUID member) {
            sql.sql(
                            """
                            insert into access.membership (account_id, role, network_id, region_code, member_id, since)
                            values (:account, :role, :network, :region, :member, '2020-01-01')
                            """)
                    .param("account", account)
                    .param("role", role.name())
                    .param("network", network)
                    .param("region", region)
                    .param("member", member)
                    .update();
        }

        /// An officer of the agency of a region, « Une agente »: somebody new each time.
        ///
        /// @param region INSEE code of the region of today
        public SignedIn newOfficer(String region) {
            return register(
                    new SignedIn(
                            UUID.randomUUID(),
                            "ars",
                            "",
                            "Une agente",
                            Role.AGENCY,
                            Set.of(),
                            Set.of(region),
                            null,
                            null,
                            null));
        }

        /// Somebody of the national level, « Une analyste »: somebody new each time.
        public SignedIn newNational() {
            return register(
                    new SignedIn(
                            UUID.randomUUID(),
                            "national",
                            "",
                            "Une analyste",
                            Role.NATIONAL,
                            Set.of(),
                            Set.of(),
                            null,
                            null,
                            null));
        }

        /// Somebody who runs the installation, new each time.
        public SignedIn operator() {
            return register(
                    new SignedIn(
                            UUID.randomUUID(),
                            "exploitant-" + UUID.randomUUID(),
                            "",
                            "Rachid AMRANI",
                            Role.ADMIN,
                            Set.of(douai.value()),
                            Set.of(),
                            null,
                            null,
                            null));
        }

        /// Somebody invented by a test, made an account with the rights they say they have: rights
        /// are read again at each request.
        public SignedIn register(SignedIn who) {
            transaction.executeWithoutResult(_ -> {
                sql.sql(
                                "insert into access.account (id, login, password_hash, display_name, rpps) values (:id, :login, :hash, :name, :rpps)")
                        .param("id", who.accountId())
                        .param("login", who.login() + "." + who.accountId())
                        .param("hash", PASSWORD)
                        .param("name", who.displayName())
                        .param("rpps", who.rpps())
                        .update();
                var places =
                        who.networks().isEmpty()
                                ? java.util.Collections.<@Nullable UUID>singleton(null)
                                : who.networks();
                var regions =
                        who.regions().isEmpty()
                                ? java.util.Collections.<@Nullable String>singleton(null)
                                : who.regions();
                for (var place : places)
                    for (var region : regions)
                        sql.sql(
                                        """
                                        insert into access.membership (account_id, role, network_id, region_code, patient_id, member_id, since)
                                        values (:account, :role, :network, :region, :patient, :member, '2020-01-01')
                                        """)
                                .param("account", who.accountId())
                                .param("role", who.role().name())
                                .param("network", place)
                                .param("region", region)
                                .param("patient", who.patientId())
                                .param("member", who.memberId())
                                .update();
            });
            return who;
        }

        /// An account of somebody's patient or carer.
        public SignedIn patientAccount(Followed followed) {
            return register(
                    new SignedIn(
                            UUID.randomUUID(),
                            "patient",
                            "",
                            "Odette DURAND",
                            Role.PATIENT,
                            Set.of(followed.network().value()),
                            Set.of(),
                            null,
                            followed.patient().value(),
                            null));
        }
    }
}
