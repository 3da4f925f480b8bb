package fr.maillage.demo.internal;

import java.util.List;

/// The ten persons everyone meets, each a story that a team knows, and a family of the perinatal
/// kind. Invented, like everybody here.
final class TenPeople {

    private TenPeople() {}

    static void write(Stage stage) {
        List.of(
                        new OdetteLeroy(stage),
                        new MarcelBauduin(stage),
                        new SamiaBenali(stage),
                        new YannDelattre(stage),
                        new MariamaDiallo(stage),
                        new JeanWiart(stage),
                        new LeoCaron(stage),
                        new NadegeFlament(stage),
                        new PaulAndReneeVasseur(stage),
                        new MonsieurTM(stage),
                        new CherifFamily(stage),
                        new AdviceAboutNobody(stage),
                        new PapersInTheTray(stage))
                .forEach(Story::write);
    }
}
