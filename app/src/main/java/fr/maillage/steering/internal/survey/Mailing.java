package fr.maillage.steering.internal.survey;

import fr.maillage.platform.Mails;
import fr.maillage.platform.PublicAddress;
import fr.maillage.steering.internal.survey.Addressees.Addressee;
import fr.maillage.web.FormRefused;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes to those who have not answered: where to sign in, or a link of their own. Outside any
/// transaction, each noted as it leaves; when the server does not answer the rest is left for
/// later.
@Component
class Mailing {

    /// Sent in one go: a page does not wait for more.
    static final int MOST = 50;

    private final Surveys surveys;
    private final Addressees addressees;
    private final Mails mails;
    private final PublicAddress address;

    Mailing(Surveys surveys, Addressees addressees, Mails mails, PublicAddress address) {
        this.surveys = surveys;
        this.addressees = addressees;
        this.mails = mails;
        this.address = address;
    }

    boolean configured() {
        return mails.configured();
    }

    /// Who may be written to today: has an address, has not answered, was not written to today.
    boolean due(Addressee one) {
        return one.email() != null
                && !one.answered()
                && !surveys.today().equals(one.remindedOn())
                && !surveys.today().equals(one.askedOn());
    }

    /// Answers how many mails left.
    int write(UUID id) {
        var survey = surveys.led(id);
        if (!survey.takes(surveys.today()))
            throw FormRefused.because("survey", SurveyText.NOT_OPEN);
        if (!mails.configured()) throw FormRefused.because("survey", SurveyText.NO_MAIL);
        var due = addressees.of(id).stream().filter(this::due).limit(MOST).toList();
        if (due.isEmpty()) throw FormRefused.because("survey", SurveyText.NOBODY_TO_WRITE);
        var left = 0;
        for (var one : due) {
            var email = one.email();
            if (email == null) continue;
            var where =
                    one.signsIn()
                            ? "/enquetes/" + id + "/repondre"
                            : "/enquete/" + addressees.link(id, one.id());
            var sent =
                    mails.send(
                            email,
                            SurveyText.subject(survey, one.askedOn() != null),
                            SurveyText.mail(survey, address.of(where), !one.signsIn()));
            if (sent.outcome() == Mails.Outcome.NOT_CONFIGURED
                    || sent.outcome() == Mails.Outcome.REFUSED) continue;
            addressees.written(one.id());
            left++;
            if (sent.outcome() == Mails.Outcome.WAITING) break;
        }
        return left;
    }
}
