package fr.maillage.assessment.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;

/// Where one chooses the file of an evaluation made elsewhere, and what is wrong with the one just
/// refused.
public record ResponseImportPage(
        Banner banner, List<ImportsPage.Fault> faults, FormErrors errors) {}
