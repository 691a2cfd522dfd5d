// One storage account: no keys, no public blobs, TLS 1.2, deleted and overwritten blobs kept for a month.
param name string
param location string
param containers string[] = []
param tables string[] = []
param queues string[] = []

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    defaultToOAuthAuthentication: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: 30 }
      containerDeleteRetentionPolicy: { enabled: true, days: 30 }
    }

    resource container 'containers' = [for item in containers: { name: item }]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [for item in tables: { name: item }]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource queue 'queues' = [for item in queues: { name: item }]
  }
}

output name string = account.name
