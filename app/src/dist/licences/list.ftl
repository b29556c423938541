<#-- A library a line: group, artifact, version, licences, place. -->
<#list dependencyMap as entry>
<#assign library = entry.getKey()/>
${library.groupId}	${library.artifactId}	${library.version}	${entry.getValue()?join(" and ")}	${library.url!""}
</#list>
