package fr.maillage.faults;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.access.Trail;
import fr.maillage.careplan.internal.PlanActs;
import fr.maillage.followup.internal.NightActs;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.PatientId;
import fr.maillage.patient.Merges;
import fr.maillage.platform.LongWork;
import fr.maillage.platform.Tenancy;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A work that may be killed: done from its beginning or taken up again wherever it stopped, by the
/// very code of the application.
enum Work {
    /// The night: acts are dated and alerts looked for, structure by structure, then the trail
    /// sealed.
    SWEEP {
        @Override
        void run(BeanFactory beans, World world, Runnable heard) {
            var trail = beans.getBean(Trail.class);
            for (var network : world.networks())
                Tenancy.of(network)
                        .run(() -> {
                            NightActs.pass(beans, network);
                            trail.seal();
                        });
        }
    },
    /// The next version of two plans: begun, written, submitted, answered, in force.
    VERSION {
        @Override
        void run(BeanFactory beans, World world, Runnable heard) {
            var acts = new PlanActs(beans, heard);
            world.claire()
                    .run(() ->
                            world.planned().forEach(p -> acts.inForce(p, 2, world.claireMember())));
        }
    },
    /// Two files of one person become one, twice.
    MERGE {
        @Override
        void run(BeanFactory beans, World world, Runnable heard) {
            var merges = beans.getBean(Merges.class);
            var reading = new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
            world.head()
                    .run(() -> {
                        for (var pair : world.doubles()) {
                            var done =
                                    reading.execute(
                                            _ -> merges.survivorOf(pair.getLast()).isPresent());
                            if (!Boolean.TRUE.equals(done)) merge(merges, pair);
                            heard.run();
                        }
                    });
        }
    },
    /// A list of persons taken over, as the scheduler has it done.
    IMPORT {
        @Override
        void run(BeanFactory beans, World world, Runnable heard) {
            beans.getBeanProvider(LongWork.class).stream()
                    .filter(work -> work.name().equals("reprise"))
                    .findFirst()
                    .orElseThrow()
                    .run(world.networks().getFirst(), world.takeover());
        }
    };

    /// @param heard waits until every event was listened to
    abstract void run(BeanFactory beans, World world, Runnable heard);

    private static void merge(Merges merges, List<PatientId> pair) {
        var shown = merges.compare(pair.getFirst(), pair.getLast());
        var choices = new HashMap<String, String>();
        shown.fields().stream()
                .filter(Merges.Field::differs)
                .forEach(f -> choices.put(f.code(), "SURVIVOR"));
        choices.put("support", "SURVIVOR");
        merges.merge(
                pair.getFirst(),
                pair.getLast(),
                choices,
                "Même personne, vue avec elle",
                shown.fingerprint());
    }

    /// Who and what the works are about, as the database of all of them holds it: written down once
    /// by [Preparation].
    ///
    /// @param planned persons whose plan gets a next version
    /// @param doubles pairs of files of one person
    record World(
            List<NetworkId> networks,
            SignedIn claire,
            UUID claireMember,
            SignedIn head,
            List<PatientId> planned,
            List<List<PatientId>> doubles,
            UUID takeover) {

        static World read(JdbcClient sql) {
            var kept =
                    sql
                            .sql("select role, id from public.kill_world order by rank")
                            .query((row, _) ->
                                    java.util.Map.entry(
                                            row.getString(1), row.getObject(2, UUID.class)))
                            .list()
                            .stream()
                            .collect(
                                    Collectors.groupingBy(
                                            java.util.Map.Entry::getKey,
                                            Collectors.mapping(
                                                    java.util.Map.Entry::getValue,
                                                    Collectors.toList())));
            var networks = kept.get("network").stream().map(NetworkId::new).toList();
            var claire = kept.get("claire");
            var doubles = kept.get("double").stream().map(PatientId::new).toList();
            return new World(
                    networks,
                    at(claire.getFirst(), "Claire DUMONT", Role.COORDINATOR, networks.getFirst()),
                    claire.getLast(),
                    at(
                            kept.get("head").getFirst(),
                            "Hélène VANDAMME",
                            Role.HEAD,
                            networks.getFirst()),
                    kept.get("planned").stream().map(PatientId::new).toList(),
                    List.of(doubles.subList(0, 2), doubles.subList(2, 4)),
                    kept.get("takeover").getFirst());
        }

        private static SignedIn at(UUID account, String name, Role role, NetworkId network) {
            return SignedIn.atWork(account, name, role, network);
        }
    }
}
