package org.rulewright.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.rulewright.audit.Actor;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.modelregistry.ModelUpload;
import org.rulewright.modelregistry.UploadResult;
import org.springframework.stereotype.Component;

/**
 * The scoring model of the demonstration: fitted to seven tenths of the generated enterprises, and
 * uploaded like any other with what it is to give for some of the rest.
 */
@Component
class DemoModel {
  static final String KEY = "default-risk";

  private static final int EXPECTED_ROWS = 100;

  private final ModelRegistry models;

  DemoModel(ModelRegistry models) {
    this.models = models;
  }

  /** Does what is not done yet. */
  void ensure(Actor strategist) throws IOException {
    if (models.find(KEY).isPresent()) {
      return;
    }
    var enterprises = DemoData.enterprises();
    var model = RiskModel.fitted(learnt(enterprises));
    var rest = enterprises.subList(learnt(enterprises).size(), enterprises.size());
    var upload =
        new ModelUpload(
            KEY, "小微企业违约概率", "default-risk.pmml", model.expected(rest.subList(0, EXPECTED_ROWS)));
    var file = new ByteArrayInputStream(model.pmml().getBytes(UTF_8));
    if (!(models.upload(upload, file, strategist) instanceof UploadResult.Kept)) {
      throw new IllegalStateException("the model of the demonstration is refused");
    }
  }

  /** The enterprises the model learns from. */
  static List<Enterprise> learnt(List<Enterprise> enterprises) {
    return enterprises.subList(0, enterprises.size() * 7 / 10);
  }
}
