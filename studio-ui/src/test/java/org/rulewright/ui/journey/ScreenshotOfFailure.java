package org.rulewright.ui.journey;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps a picture of what the browser showed when a journey failed. */
class ScreenshotOfFailure implements AfterTestExecutionCallback {

  @Override
  public void afterTestExecution(ExtensionContext test) {
    if (test.getExecutionException().isPresent()
        && test.getRequiredTestInstance() instanceof BrowserTest journey) {
      journey.screenshot(
          "failed-"
              + test.getRequiredTestClass().getSimpleName()
              + "-"
              + test.getRequiredTestMethod().getName());
    }
  }
}
