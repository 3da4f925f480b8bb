package fr.maillage.correspondence.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.correspondence.LetterFields.Values;
import fr.maillage.correspondence.Outbox.Channel;
import fr.maillage.correspondence.Outbox.FromTemplate;
import fr.maillage.kernel.PatientId;
import fr.maillage.web.FormRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The information sheet, printed and handed over on the spot: a letter like any other, which left
/// at once. What is kept is the text that was given, with the version of its template.
@Service
class InformationService {

    /// The code of its template.
    static final String TEMPLATE = "information";

    private final Recipients recipients;
    private final OutboxService outbox;
    private final MailService mail;
    private final LetterSheets sheets;
    private final Clock clock;

    InformationService(
            Recipients recipients,
            OutboxService outbox,
            MailService mail,
            LetterSheets sheets,
            Clock clock) {
        this.recipients = recipients;
        this.outbox = outbox;
        this.mail = mail;
        this.sheets = sheets;
        this.clock = clock;
    }

    /// The sheet as it would be given today. Printing is not giving.
    @Transactional(readOnly = true)
    public LetterSheet sheet(OpenFile file) {
        return sheets.of(file.network(), clock.instant(), outbox.composed(letter(file.patient())));
    }

    /// It was handed over on that day; returns the letter. Refuses for somebody who died.
    @Transactional
    public UUID given(OpenFile file, LocalDate on) {
        var never = person(file.patient()).never();
        if (never != null) throw FormRefused.because("note", never);
        var id = outbox.write(letter(file.patient()));
        mail.otherwise(id, Channel.REMISE_EN_MAIN, on, null);
        return id;
    }

    private FromTemplate letter(PatientId patient) {
        return new FromTemplate(
                patient,
                RecipientKind.PERSONNE.name(),
                person(patient).name(),
                null,
                LetterService.KIND,
                TEMPLATE,
                new Values(),
                null);
    }

    private Recipients.Recipient person(PatientId patient) {
        return recipients
                .find(patient, RecipientKind.PERSONNE.name(), LocalDate.now(clock))
                .orElseThrow();
    }
}
