package fr.maillage.casefile;

import fr.maillage.kernel.PatientId;
import java.util.List;

/// What a theme asks to be evaluated of somebody it is about to include, asked by the page of the
/// inclusion: said there, never a condition. Answered by the module that knows evaluations; reads
/// under the caller's context, leaves no trace.
public interface ThemeEvaluations {

    /// In the order of the theme; empty when it asks for none, or is none.
    List<Line> asked(PatientId patient, String theme);

    /// @param code of the questionnaire
    /// @param state « À faire avant l’inclusion », « Faite le 3 juin 2026 »
    record Line(String code, String title, String state, boolean done) {}
}
