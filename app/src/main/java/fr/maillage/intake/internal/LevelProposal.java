package fr.maillage.intake.internal;

import fr.maillage.network.Networks.GridItem;
import java.util.ArrayList;
import java.util.List;

/// The level a structure's grid proposes for a situation, and why. No document gives a scoring
/// grid: this one is a « proposition Maillage », edited by each structure, and the coordinator may
/// retain another level with a reason.
///
/// @param level 0 Veille, 1 Risque de complexification, 2 Complexe court terme, 3 Complexe long
///   terme
/// @param points sum of the lines that hold
/// @param because sentences, the deciding one first Source of the levels: guide DGOS 2012, fiche
///   D3, schéma 2.
record LevelProposal(int level, int points, List<String> because) {

    LevelProposal {
        because = List.copyOf(because);
    }

    /// From `fromLevel1` points on, a risk; from `fromLevel2` on, a complex situation: of long term
    /// (3) when one of its lines lasts, else of short term (2). The guide's criteria (fiche O1 §2)
    /// are not counted a second time, since the grid's lines say the same: their absence is told.
    ///
    /// @param holding lines of the grid that hold, in its order
    /// @param criteria how many of the guide's six criteria hold
    static LevelProposal of(List<GridItem> holding, int criteria, int fromLevel1, int fromLevel2) {
        int points = holding.stream().mapToInt(GridItem::points).sum();
        var lasting = holding.stream().filter(GridItem::longTerm).toList();
        int level = points < fromLevel1 ? 0 : points < fromLevel2 ? 1 : lasting.isEmpty() ? 2 : 3;
        var because = new ArrayList<String>();
        because.add(IntakeText.points(points, level, fromLevel1, fromLevel2));
        if (level == 3) because.add(IntakeText.lasting(lasting));
        if (level == 2) because.add(IntakeText.NOTHING_LASTS);
        for (var item : holding) because.add(IntakeText.line(item));
        if (level >= 2 && criteria == 0) because.add(IntakeText.NO_CRITERION);
        return new LevelProposal(level, points, because);
    }
}
