<#-- Writes the NOTICE file: what the distribution contains and under which licence. -->
Rulewright
Copyright 2026 the Rulewright authors

Licensed under the Apache License, Version 2.0 (see LICENSE).

This product contains third-party software, each under its own licence.
The browser part contains the npm packages that studio-ui/package-lock.json lists with their licences.
The bpmn.io libraries (dmn-js and its parts) are under the bpmn.io licence, which asks that their watermark stays visible.

Java libraries:
<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#assign licenses = entry.getValue()/>
<#if project.groupId != "org.rulewright">
  ${project.groupId}:${project.artifactId}:${project.version} - <#list licenses as license>${license}<#sep> or </#sep></#list>
</#if>
</#list>
