package org.rulewright.dmn;

import java.util.List;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.compiler.DMNProfile;
import org.kie.dmn.core.impl.DMNRuntimeKB;

/** The compiled models as the runtime of the reference engine wants them. */
@NullUnmarked
record KieModels(List<DMNModel> models) implements DMNRuntimeKB {

  @Override
  public List<DMNModel> getModels() {
    return models;
  }

  @Override
  public DMNModel getModel(String namespace, String name) {
    return models.stream()
        .filter(it -> it.getNamespace().equals(namespace) && it.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Override
  public DMNModel getModelById(String namespace, String id) {
    return models.stream()
        .filter(it -> it.getNamespace().equals(namespace))
        .filter(it -> it.getDefinitions().getId().equals(id))
        .findFirst()
        .orElse(null);
  }

  @Override
  public List<DMNProfile> getProfiles() {
    return List.of(new KieFunctions());
  }

  @Override
  public List<DMNRuntimeEventListener> getListeners() {
    return List.of();
  }

  @Override
  public ClassLoader getRootClassLoader() {
    return NoClasses.INSTANCE;
  }

  @Override
  public InternalKnowledgeBase getInternalKnowledgeBase() {
    throw new UnsupportedOperationException("models are compiled without rules beside them");
  }
}
