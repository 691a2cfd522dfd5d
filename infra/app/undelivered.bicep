// What the topic's identity may do.
param uploads string

@description('Container where events go that could not be delivered.')
param container string

@description('Principal of the topic in the directory, part of the name below: an assignment cannot be changed, and a topic made anew has another principal.')
param principal string

var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: uploads

  resource service 'blobServices' existing = {
    name: 'default'

    resource undelivered 'containers' existing = { name: container }
  }
}

resource putsDown 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::service::undelivered.id, principal, blobContributor)
  scope: account::service::undelivered
  properties: {
    principalId: principal
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
    description: 'Events that could not be delivered are put down here, and nowhere else'
  }
}
