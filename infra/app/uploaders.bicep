// Who of each prefecture may upload with their own account (Storage Explorer, azcopy, portal). Links from the province need none of this.
import { Uploader } from 'types.bicep'

param uploads string
param container string
param uploaders Uploader[]

var blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'

resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = {
  name: uploads

  resource service 'blobServices' existing = {
    name: 'default'

    resource returns 'containers' existing = { name: container }
  }
}

// The built-in role for writing blobs may also delete them, and the whole container: an upload that was answered must stay. Making a role takes an owner of the
// subscription, so there is none where nobody is named.
resource uploader 'Microsoft.Authorization/roleDefinitions@2022-04-01' = if (!empty(uploaders)) {
  name: guid(resourceGroup().id, 'uploader')
  properties: {
    type: 'CustomRole'
    roleName: 'Uploader of returns (${uploads})'
    description: 'Writes and reads returns, deletes none'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: ['Microsoft.Storage/storageAccounts/blobServices/containers/read']
        dataActions: ['${blobs}/read', '${blobs}/write', '${blobs}/add/action']
      }
    ]
  }
}

// Below the folders of their unit (2023/430100/…) and nowhere else. Names may be listed throughout, since Storage Explorer cannot open a container otherwise;
// they tell who has sent something, and no figure.
resource roles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for item in uploaders: {
    name: guid(account::service::returns.id, item.principal, 'uploader', item.unit)
    scope: account::service::returns
    properties: {
      principalId: item.principal
      principalType: item.kind
      roleDefinitionId: uploader.id
      description: 'Uploads the returns of ${item.unit}'
      conditionVersion: '2.0'
      condition: '(!(ActionMatches{\'${blobs}/read\'} AND NOT SubOperationMatches{\'Blob.List\'}) AND !(ActionMatches{\'${blobs}/write\'}) AND !(ActionMatches{\'${blobs}/add/action\'})) OR (@Resource[${blobs}:path] StringLike \'????/${item.unit}/*\')'
    }
  }
]
