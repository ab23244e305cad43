package org.rulewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HardCodedTextTest {
  private static final Pattern CHINESE = Pattern.compile("\"[^\"\\n]*\\p{IsHan}[^\"\\n]*\"");
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:new (?:Button|Span|H[1-6]|Paragraph|TextField|TextArea|PasswordField|NumberField"
              + "|ComboBox|Select|Checkbox|DatePicker|Tab|SideNavItem|Notification|StatusBadge"
              + "|EmptyState|Div|Anchor)(?:<[^>]*>)?|(?<!response)\\.set(?:Text|Label|Placeholder|HelperText"
              + "|HeaderTitle|AriaLabel|TooltipText|ErrorMessage|Header|Lead|ConfirmText"
              + "|CancelText)|Notices\\.\\w+|addItem)\\(\\s*\"[^\"\\n]*\\p{L}{2}");

  private static final Set<String> EXCEPTIONS =
      Set.of(
          // units and date patterns of the Chinese locale are formats, not words
          "org/rulewright/ui/shell/Formats.java",
          // values as they stand in delivered data, not words of the screen
          "org/rulewright/ui/dataset/OutcomePart.java");

  @Test
  void noSourceHoldsChineseText() {
    var found = new TreeSet<String>();
    UiSources.all()
        .forEach((file, text) -> {
          if (!EXCEPTIONS.contains(file)) {
            CHINESE.matcher(text).results().forEach(one -> found.add(file + " " + one.group()));
          }
        });
    assertThat(found).isEmpty();
  }

  @Test
  void noComponentShowsTextThatIsNotTranslated() {
    var found = new TreeSet<String>();
    UiSources.all()
        .forEach((file, text) ->
            SHOWN.matcher(text).results().forEach(one -> found.add(file + " " + one.group())));
    assertThat(found).isEmpty();
  }

  @Test
  void theScanRecognisesSuchText() {
    assertThat(SHOWN.matcher("new Button(\"Save\")").find()).isTrue();
    assertThat(SHOWN.matcher("field.setLabel(\n \"Name\")").find()).isTrue();
    assertThat(CHINESE.matcher("add(\"保存\")").find()).isTrue();
  }
}
