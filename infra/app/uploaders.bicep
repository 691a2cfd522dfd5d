// Who of each prefecture may upload with their own account (Storage Explorer, azcopy, portal). Links from the province need none of this.
import { Uploader } from 'types.bicep'

param uploads string
param container string
param uploaders Uploader[]

var contributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: uploads

  resource service 'blobServices' existing = {
    name: 'default'

    resource returns 'containers' existing = { name: container }
  }
}

// A clerk reads and writes below the folders of their unit (2023/430100/…) and nowhere else, and deletes nothing: an upload that was answered must stay.
// Names may be listed throughout, since Storage Explorer cannot open a container otherwise; they tell who has sent something, and no figure.
resource roles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for item in uploaders: {
    name: guid(account::service::returns.id, item.principal, contributor, item.unit)
    scope: account::service::returns
    properties: {
      principalId: item.principal
      principalType: item.kind
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributor)
      description: 'Uploads the returns of ${item.unit}'
      conditionVersion: '2.0'
      condition: '(!(ActionMatches{\'${blobs}/delete\'}) AND !(ActionMatches{\'${blobs}/move/action\'})) AND ((!(ActionMatches{\'${blobs}/read\'} AND NOT SubOperationMatches{\'Blob.List\'}) AND !(ActionMatches{\'${blobs}/write\'}) AND !(ActionMatches{\'${blobs}/add/action\'})) OR (@Resource[${blobs}:path] StringLike \'????/${item.unit}/*\'))'
    }
  }
]
