Zhice
Copyright 2026 the authors of Zhice

Under the Apache License 2.0, see LICENSE. The program stands on the works below, which are not in this repository: the
distribution has them in lib/, each jar with its own notices, under the licence that its authors name.

<#list dependencyMap as e>
<#assign p = e.getKey()/>
${p.groupId}:${p.artifactId}:${p.version}
    <#list e.getValue() as licence>${licence}<#sep>; </#sep></#list>
</#list>
