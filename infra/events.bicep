// Second phase, when the app runs with its code: its blob extension has then made the key of its door and answers the handshake.
targetScope = 'resourceGroup'

@description('Name of the Function App.')
param functionApp string

@description('Name of the storage account whose uploads are told.')
param uploadsAccount string

@description('Name of the system topic of that account.')
param systemTopic string

@description('Container of uploads, and the function that takes them.')
param container string = 'returns'
param function string = 'IngestReturn'

@description('Container of the same account where events go that could not be delivered.')
param undelivered string = 'undelivered'

resource app 'Microsoft.Web/sites@2025-03-01' existing = { name: functionApp }
resource account 'Microsoft.Storage/storageAccounts@2026-06-01' existing = { name: uploadsAccount }
resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = { name: systemTopic }

// The one key there is. It opens only the door for events, is read here and now from the app, and goes into the subscription, which shows it to nobody.
var key = listKeys('${app.id}/host/default', '2025-03-01').systemKeys.blobs_extension

resource returns 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'returns'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${function}&code=${key}'
        // One upload a call: the answer to it is then that upload's.
        maxEventsPerBatch: 1
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/${container}/blobs/'
      enableAdvancedFilteringOnArrays: true
      // The calls that end an upload. A file sent in blocks raises more events than one, of which only the last finds it whole.
      advancedFilters: [
        { operatorType: 'StringIn', key: 'data.api', values: ['PutBlob', 'PutBlockList', 'CopyBlob'] }
      ]
    }
    // A day of tries; what is older the sweep has long found.
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: account.id, blobContainerName: undelivered }
      }
    }
  }
}
