package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// A person's keyboard, and no mouse: a control is reached by Tab, so that what Tab does not reach
/// fails the journey. Counts the key presses.
final class Keyboard {

    private static final int FARTHEST = 600;
    private static final String WHERE =
            """
            target => {
              const a = document.activeElement;
              if (a === target) return 'here';
              if (a.type === 'radio' && target.type === 'radio' && a.name === target.name && a.form === target.form) return 'group';
              return !a || a === document.body || (a.compareDocumentPosition(target) & 4) ? 'after' : 'before';
            }
            """;

    private final Page page;
    private int presses;

    Keyboard(Page page) {
        this.page = page;
    }

    /// Key presses so far.
    int presses() {
        return presses;
    }

    /// One key, or one chord (« Control+k »).
    void key(String key) {
        page.keyboard().press(key);
        presses++;
    }

    /// Words, where the keyboard is.
    void write(String words) {
        page.keyboard().type(words);
        presses += words.length();
    }

    /// Tab, or Shift+Tab, until the control has the keyboard.
    void reach(Locator control) {
        control.waitFor();
        int turns = 0;
        var before = "";
        for (int i = 0; i < FARTHEST; i++) {
            var where = (String) control.evaluate(WHERE);
            if (where.equals("here") || where.equals("group")) return;
            if (!before.isEmpty() && !where.equals(before) && ++turns > 1) break;
            before = where;
            key(where.equals("after") ? "Tab" : "Shift+Tab");
        }
        throw new AssertionError("Tab does not reach " + control + " of " + page.url());
    }

    /// Puts words in a field in place of what it holds.
    void type(String field, String words) {
        type(page.locator(field), words);
    }

    void type(Locator field, String words) {
        reach(field);
        if (!field.inputValue().isEmpty()) {
            key("Control+a");
            key("Delete");
        }
        write(words);
    }

    /// A day in a date field, in the order the browser shows it.
    void day(Locator field, LocalDate day) {
        reach(field);
        for (var order : new String[] {"MMddyyyy", "ddMMyyyy"}) {
            write(day.format(DateTimeFormatter.ofPattern(order)));
            if (field.inputValue().equals(day.toString())) return;
            key("ArrowLeft");
            key("ArrowLeft");
        }
        throw new AssertionError("the date field holds « " + field.inputValue() + " »");
    }

    /// Chooses a radio button or ticks a box.
    void tick(Locator box) {
        reach(box);
        for (int i = 0; i < 60 && !"here".equals(box.evaluate(WHERE)); i++) key("ArrowDown");
        if (!box.isChecked()) key("Space");
        assertThat(box.isChecked()).isTrue();
    }

    /// Chooses in a list the line of that code, or the first that holds the words.
    void choose(Locator list, String words) {
        reach(list);
        var steps =
                ((Number)
                                list.evaluate(
                                        """
                                        (list, words) => {
                                          const to = [...list.options].findIndex(o => o.value === words || o.text.includes(words));
                                          return to < 0 ? -1000 : to - list.selectedIndex;
                                        }
                                        """,
                                        words))
                        .intValue();
        assertThat(steps).as("« " + words + " » is in the list").isGreaterThan(-1000);
        for (int i = 0; i < Math.abs(steps); i++) key(steps > 0 ? "ArrowDown" : "ArrowUp");
        assertThat((String) list.evaluate("l => l.value + ' ' + l.options[l.selectedIndex].text"))
                .contains(words);
    }

    /// Goes to a link, a button or a fold, and Enter.
    void press(Locator control) {
        reach(control);
        key("Enter");
    }

    /// In the menu that has just opened, the gesture of that name.
    void pick(String gesture) {
        for (int i = 0; i < 40; i++) {
            var here = (String) page.evaluate("() => document.activeElement.textContent");
            if (here.strip().equals(gesture)) {
                key("Enter");
                return;
            }
            key("ArrowDown");
        }
        throw new AssertionError("no gesture « " + gesture + " » in the menu");
    }

    /// `j` until the row of the list that holds all these words.
    void row(String... words) {
        for (int i = 0; i < FARTHEST; i++) {
            key("j");
            var here =
                    (String)
                            page.evaluate(
                                    "() => (document.activeElement.closest('[data-row]') || {textContent: ''}).textContent");
            var all = true;
            for (var word : words) all &= here.contains(word);
            if (all) return;
        }
        throw new AssertionError("no row holds " + String.join(" + ", words));
    }
}
